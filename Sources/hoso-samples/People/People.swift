/// Nobody here exists: names that say so, numbers that fit their dates.
enum People {
  static let mau = Person(
    idNumber: "001190000017", oldNumber: "011900017", name: "Nguyễn Thị Mẫu", latin: ["NGUYEN", "THI", "MAU"],
    born: CalendarDate(1, 1, 1990), sex: .female, origin: "Hoa Mai, Thử Nghiệm, Hà Nội",
    residence: ["Thôn 3", "Hoa Mai", "Thử Nghiệm", "Hà Nội"], issued: CalendarDate(10, 5, 2021),
    expires: CalendarDate(1, 1, 2030))
  static let thu = Person(
    idNumber: "079088001238", oldNumber: "023456781", name: "Trần Văn Thử", latin: ["TRAN", "VAN", "THU"],
    born: CalendarDate(15, 8, 1988), sex: .male, origin: "Tân Mẫu, Bến Thử, Tiền Giang",
    residence: ["12/4 đường Ví Dụ", "Phường Mẫu", "Quận Thử", "Hồ Chí Minh"], issued: CalendarDate(20, 9, 2022),
    expires: CalendarDate(15, 8, 2028), mark: "Sẹo chấm C: 2 cm trên trước mày phải")
  static let du = Person(
    idNumber: "031203004560", name: "Lê Ngọc Dụ", latin: ["LE", "NGOC", "DU"], born: CalendarDate(9, 11, 2003),
    sex: .male, origin: "An Mẫu, Kiến Thử, Hải Phòng",
    residence: ["Số 7 ngõ 15", "Phường An Mẫu", "Hải Phòng"], issued: CalendarDate(12, 8, 2024),
    expires: CalendarDate(9, 11, 2028))
  static let gia = Person(
    idNumber: "", oldNumber: "013579246", name: "Phạm Thị Giả", latin: ["PHAM", "THI", "GIA"],
    born: CalendarDate(20, 11, 1968), sex: .female, origin: "Xuân Mẫu, Nghi Thử, Nghệ An",
    residence: ["Số 9 tổ 4", "Trung Mẫu", "Ba Thử", "Hà Nội"], issued: CalendarDate(3, 2, 2011), expires: nil)
  static let ao = Person(
    idNumber: "048092007891", oldNumber: "201654987", name: "Hoàng Đức Ảo", latin: ["HOANG", "DUC", "AO"],
    born: CalendarDate(30, 4, 1992), sex: .male, origin: "Hòa Mẫu, Hòa Thử, Đà Nẵng",
    residence: ["K25/6 đường Thử", "Hòa Mẫu", "Hải Thử", "Đà Nẵng"], issued: CalendarDate(17, 12, 2021),
    expires: CalendarDate(30, 4, 2032))
  static let ban = Person(
    idNumber: "040096012346", name: "Đặng Quốc Bản", latin: ["DANG", "QUOC", "BAN"], born: CalendarDate(3, 3, 1996),
    sex: .male, origin: "Quỳnh Mẫu, Quỳnh Thử, Nghệ An", residence: ["Xóm 5", "Xã Quỳnh Mẫu", "Nghệ An"],
    issued: CalendarDate(22, 10, 2024), expires: CalendarDate(3, 3, 2036))
  static let nghieng = Person(
    idNumber: "075195003321", oldNumber: "271987654", name: "Bùi Thị Nghiêng", latin: ["BUI", "THI", "NGHIENG"],
    born: CalendarDate(17, 7, 1995), sex: .female, origin: "Phú Mẫu, Long Thử, Đồng Nai",
    residence: ["Tổ 8 ấp 2", "Phú Mẫu", "Long Thử", "Đồng Nai"], issued: CalendarDate(5, 7, 2023),
    expires: CalendarDate(17, 7, 2035))
}
