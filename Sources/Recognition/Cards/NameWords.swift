import Foundation

/// The words that Vietnamese names are made of, and what a word read with wrong accents must have been.
///
/// Recognition mistakes accents on capitals in the same way whatever the rendering: no reading of HÃNG or MÍNH tells
/// that nobody is called so. A word that is unknown, and differs from a known one in accents only, is that one; words
/// of which nobody has heard stay as they were read.
public enum NameWords {
  /// Given and middle names that one meets every day.
  private static let frequent = """
    an anh biên bá bách bình bích bảo bắc bằng ca cao chi chinh chiến chung châu chí chương cát công cúc cường cảnh \
    cầm cẩm danh diễm diệp diệu doanh dung duy duyên dân dũng dương gia giang giáp gấm hiếu hiền hiển hiệp hiệu hoa \
    hoan hoài hoàn hoàng hoạt huy huyền huân huấn huế huệ huỳnh hà hào hân hòa hùng hưng hương hướng hường hạ hạnh \
    hải hảo hậu hằng hồng hội hữu khang khiêm khoa khuyên khuê khánh khôi khương khải khắc kim kiên kiều kiệt kỳ kỷ \
    lam lan linh liên liễu loan long luân luận ly lành lâm lân lê lý lương lượng lệ lộc lợi lụa lực mai minh miên \
    my mùi mơ mạnh mận mến mỹ nam nga nghi nghĩa nghị ngoan nguyên nguyện nguyệt ngà ngân ngọc nhi nhiên nhu nhung \
    nhàn nhân nhã như nhường nhất nhật ninh nương nở oanh pha phi phong phát phùng phú phúc phương phước phượng \
    phụng quang quyên quyến quyết quyền quân quý quế quốc quỳnh san sang sen sinh song sáng sâm sơn sương thanh thi \
    thiên thiện thiệu thoa thu thuyết thuận thành thái thân thìn thùy thúy thơ thơm thư thương thường thưởng thạch \
    thảo thắm thắng thế thị thịnh thục thủy thức tiên tiến tiệp toàn toản trang trinh trung trà trâm trân trí trúc \
    trường trọng trực tuyên tuyến tuyết tuyền tuân tuấn tuệ tài tám tâm tân tình tín tính tùng tú tư tường tấn tất \
    tố uyên vi vinh viết viễn việt vui vy vân võ văn vĩnh vũ vượng vấn vị xuyến xuân yên yến ái ân út ý đan điền \
    điểm điệp đoan đoàn đào đình đính đô đông đăng đại đạo đạt định đồng đức
    """
  /// Those that one meets less often, also among the Kinh's neighbours.
  private static let rare = """
    a ban biền biển biện bài bàn bàng bào bân bé bính bông bùi bút băng bạch bảng bảy bế bền bốn bồng bổng bội bửu \
    cam can canh chiêm chiêu chu chuyên chuyền chuyển chuẩn chánh châm chân chì chín chính chúc chúng chước chấn \
    chỉ chỉnh chứ chức cung côn căn cơ cư cương cả cảm cần cẩn cậu cổ cừ cử cự dao di dinh diên diễn diệm diện doan \
    doãn du duyệt duẩn dĩ dư dưa dưỡng dạ dạng dần dậu dị dịch dụ dục dụng dự dực giai giao giàng giàu giá giác \
    giám gián giáo giêng giản giảng gái hai hanh hi hinh hiên hiến hiểu hiện hoành hoán hoạch huynh huyên huyện huê \
    hàn hàng hành hách hái hán hãn hên hình hí hóa hưởng hạc hạng hạo hề hệ hỉ họa hồ hồi hổ hộ hợi hợp hựu hỷ im \
    in kha khai kham khanh khay khiết khiển khoan khoái khoát khoản khoẻ khuyến khá khái kháng khâm khê không khả \
    khỏe khổng khởi kinh kiêm kiếm kiểm kiện kiệu kì kính ký kế kỉnh kỹ la lai lang lanh liêm liêu liễn liệu loát \
    luyến luyện luật lài làn lâu lãnh lênh lình lí lô lăng lĩnh lũy lơ lưu lưỡng lượm lạc lập lắm lắng lễ lịch lịnh \
    lộ lời lục ma miêu miền miện mong muôn muội mây mã mãi mão môn mùa mĩ mĩnh mưu mươi mười mạo mầu mẫn mẫu mật \
    mậu mị mộng mới mỡ mừng mỵ na nay nghinh nghiêm nghiệp nghĩ nghĩnh ngoãn ngoạn ngát ngôn ngư ngạn ngải ngần ngọ \
    ngộ ngợi ngữ nhai nhinh nhiễu nhiệm nhuần nhuận nhí nhơn nhượng nhạn nhẫn nhị nhỏ nhựt ni niên niệm nông nõn \
    năm năng nịnh nụ nữ oai phan phiên phiến phái phán phí phích phòng phóng phù phướng phường phấn phố phổ phụ phủ \
    quan quy quyển quách quán quê quí quản quảng quất quận quới quỳ ri ru rĩnh rạng rồng sa sanh siêu son soạn sung \
    suốt sành sáu sâu sính sông sùng sĩ sướng sảnh sắc sớm sứ sử sửu sự sỹ tam tha thai thao the thiêm thiết thiền \
    thiều thiệp thiệt thoan thoi thoại thuyên thuyền thuấn thuần thuật thám thánh thâm thêm thêu thì thình thích \
    thính thông thú thúc thăng thước thượng thạc thạnh thảnh thấm thất thận thập thật thếp thể thọ thỏ thỏa thống \
    thới thời thụ thụy thủ thứ thừa thực tinh tiêu tiếp tiết tiềm tiền tiển tiểu tiễn tiện toán toại trai tri triết \
    triền triều triển triện triệu tro trong truyền tràng trác tráng trãi trì trình trích trú trúng trương trước \
    trưởng trượng trạc trạch trại trấn trầm trần trận trật trắc trị trịnh trọn trợ trụ trứ trừ tu tuy tuyển tuất \
    tuần ty tá tán tánh táo tây tí tích tòng tôn túc túy tý tăng tơ tươi tương tước tưởng tượng tạ tạo tản tấm tập \
    tắc tế tề tỉ tỉnh tị tịnh tốn tổng tộ tới tụ tứ từ tửu tự tỵ tỷ ung uy uynh uyển van vang viên viện vu vàng ván \
    vĩ vương vạn vận vẹn vẻ vịnh vọng vọt vợi vụ vỹ xa xinh xoan xuyên xuôi xuất xá xô xương xướng xứng y yêu ánh \
    âu én ích ú úc úy đa đang đinh điềm điều điển điểu điện đoài đoạt đà đàm đàn đáng đáo đôn đương đường đượm đảm \
    đảng đậu đắc đằng đẳng đặng đẹp đế đệ đỉnh địch độ động ưng ưu ước ấu ẩn ổn ủng ứng ỷ
    """
  private static let common = words(frequent)
  private static let known = common.union(words(rare))
  private static let families = Set(CardWords.families)
  private static let byLetters = Dictionary(grouping: known.union(families)) { TextFolding.letters($0) }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map { $0.uppercased().precomposedStringWithCanonicalMapping })
  }

  /// A name, in capitals, with the words that stuck together apart and accents put right; doubtful where a word had to
  /// be mended, or is known to nobody. The first word is the family's name.
  public static func mended(_ words: [String]) -> (words: [String], isDoubtful: Bool) {
    var result: [String] = []
    var isDoubtful = false
    for (index, word) in words.enumerated() {
      for part in parted(word) {
        let (mended, doubt) = mended(part, isFamily: index == 0 && result.isEmpty)
        result.append(mended)
        isDoubtful = isDoubtful || doubt
      }
    }
    return (result, isDoubtful)
  }

  /// The word that `word` must have been, and whether that can be doubted.
  private static func mended(_ word: String, isFamily: Bool) -> (String, Bool) {
    if isFamily ? families.contains(word) : common.contains(word) || families.contains(word) { return (word, false) }
    let letters = TextFolding.letters(word)
    let candidates = isFamily ? CardWords.families(of: letters) : byLetters[letters] ?? []
    // A first word that is no family's: the family's name itself may not have been read.
    guard !candidates.isEmpty else { return (word, true) }
    if !isFamily, known.contains(word) {
      // A rare name, unless a frequent one looks like it.
      return (word, candidates.contains { common.contains($0) && cost($0, word) == 1 })
    }
    var nearest: [String] = []
    var least = Int.max
    for candidate in candidates {
      // A frequent name may be an accent further off than a rare one.
      let cost = cost(candidate, word) * 2 - (common.contains(candidate) ? 3 : 0)
      if cost < least { (nearest, least) = ([], cost) }
      if cost == least { nearest.append(candidate) }
    }
    // Of families that are as near the commonest; a given name that may be two things stays as it was read.
    return (isFamily || nearest.count == 1 ? nearest[0] : word, true)
  }

  /// How many accents two words of the same letters differ in: on the letter's shape or its tone.
  private static func cost(_ one: String, _ two: String) -> Int {
    guard let (shape, tone) = VietnameseSyllable.parts(one), let (other, otherTone) = VietnameseSyllable.parts(two)
    else {
      return 9
    }
    return (tone == otherTone ? 0 : 1) + zip(shape, other).count { $0 != $1 }
  }

  /// Words that stuck together: no syllable, but two known ones side by side.
  private static func parted(_ word: String) -> [String] {
    guard word.count >= 4, !VietnameseSyllable.isPossible(word) else { return [word] }
    let letters = Array(word)
    var found: [(parts: [String], score: Int)] = []
    for cut in 1..<letters.count {
      let parts = [String(letters[..<cut]), String(letters[cut...])]
      guard parts.allSatisfy({ byLetters[TextFolding.letters($0)] != nil }) else { continue }
      found.append((parts, parts.count { known.contains($0) || families.contains($0) }))
    }
    return found.max { $0.score < $1.score }?.parts ?? [word]
  }
}
