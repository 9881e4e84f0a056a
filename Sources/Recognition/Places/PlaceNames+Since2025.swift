extension PlaceNames {
  /// The names that communes and wards were given in the merger of 2025 and that none had before it.
  static let since2025 = """
    A Sào;An Hội Tây;An Hội Đông;An Nhơn Bắc;An Nhơn Nam;An Nhơn Đông;An Qui;Anh Sơn Đông;Avương;Ba Gia;Ba Sơn;\
    Biện Thượng;Bà Nà;Bàn Cờ;Bác Ái Tây;Bác Ái Đông;Bình Ca;Bình Cơ;Bình Lợi Trung;Bình Tiên;Bình Tuyền;Bình Tây;\
    Bình Điền;Bích Hào;Bảy Hiền;Bất Bạt;Bắc An Phụ;Bắc Cam Ranh;Bắc Gia Nghĩa;Bắc Gianh;Bắc Hồng Lĩnh;\
    Bắc Khánh Vĩnh;Bắc Nha Trang;Bắc Ninh Hòa;Bắc Thanh Miện;Bắc Thái Ninh;Bắc Thụy Anh;Bắc Tiên Hưng;Bắc Đông Hưng;\
    Bắc Đông Quan;Bến Giằng;Bến Hiên;Bến Hải;Cam An;Cam Hiệp;Cam Hồng;Cam Ly - Đà Lạt;Cam Phục;Chiên Đàn;Chu Văn An;\
    Chánh Hiệp;Chánh Hưng;Chân Mây – Lăng Cô;Châu Ninh;Châu Quế;Chư Krey;Chợ Lớn;Chợ Quán;Cuôr Đăng;Cà Đam;\
    Cái Ngang;Cát Ngạn;Cù Lao Giêng;Cư Yang;Cầu Kiệu;Cồn Tiên;Cổ Đạm;Diên Hà;Duy Hà;Dương Nỗ;Dục Nông;Ea Khăl;\
    Ea Knuếc;Ea Ly;Ea M’Droh;Gia Phúc;Gia Định;Giai Lạc;Giao Bình;Giao Hoà;Giao Hưng;Giao Minh;Giao Ninh;Giao Phúc;\
    Gò Nổi;Hiếu Giang;Hiệp Bình;Hiệp Mỹ;Hoa Quân;Hoài Nhơn Bắc;Hoài Nhơn Nam;Hoài Nhơn Tây;Hoài Nhơn Đông;Hua Bum;\
    Hà Nam 2;Hà Nha;Hàm Thuận;Hòa Cường;Hòa Trí;Hòa Tú;Hóa Châu;Hùng Chân;Hùng Châu;Hưng Khánh Trung;\
    Hưng Nguyên Nam;Hương Phố;Hạc Thành;Hạnh Thông;Hải Thịnh;Hậu Mỹ;Hồ Tràm;Hồ Vương;Hồng Vũ;Hội An Tây;Hội Cư;\
    Hội Thịnh;Hợp Kim;Ia Dreh;Ia Krái;KDang;Khúc Thừa Dụ;Kim Ngân;Kim Thanh;Kim Trà;Kim Điền;Kiến Hải;Kiến Minh;\
    Kiều Phú;Kon Braih;Krông Ana;Kông Bơ La;Kỳ Lừa;La Lay;La Êê;Lai Khê;Lam Thành;Lang Biang - Đà Lạt;Liêm Hà;\
    Liên Sơn Lắk;Long Hựu;Long Phú Thuận;Long Quảng;Láng;Lâm Viên - Đà Lạt;Lân Phong;Lãnh Ngọc;Lê Quý Đôn;\
    Lê Ích Mộc;Lưu Vệ;Lương Minh;Lương Văn Tri;Lượng Minh;Lạc Phượng;Lục Sĩ Thành;Mai Hoa;Mao Điền;Minh Phụng;\
    Minh Thái;Minh Thọ;Mù Cang Chải;Măng Bút;Mường Bi;Mường Chọng;Mường Ham;Mường Quàng;Mường Thàng;Mường Vang;\
    Mường Động;Mậu Thạch;Mộc Sơn;Mỹ An Hưng;Mỹ Chánh Hòa;Mỹ Hạnh;Mỹ Quí;Mỹ Thiện;Mỹ Thượng;Nam An Phụ;Nam Ba Đồn;\
    Nam Ban Lâm Hà;Nam Cam Ranh;Nam Cửa Việt;Nam Gia Nghĩa;Nam Gianh;Nam Hoa Lư;Nam Hà Lâm Hà;Nam Hải Lăng;\
    Nam Hồng Lĩnh;Nam Khánh Vĩnh;Nam Minh;Nam Nha Trang;Nam Ninh Hòa;Nam Phù;Nam Sầm Sơn;Nam Thanh Miện;\
    Nam Thái Ninh;Nam Thụy Anh;Nam Tiên Hưng;Nam Tiền Hải;Nam Triệu;Nam Xang;Nam Đông Hà;Nam Đông Hưng;Nam Đồ Sơn;\
    Nghi Dương;Nghĩa Giang;Nguyễn Bỉnh Khiêm;Nguyễn Lương Bằng;Nguyễn Văn Linh;Nguyễn Đại Năng;Nguyệt Viên;Ngọk Réo;\
    Ngự Thiên;Nhiêu Lộc;Nhu Gia;Nhân Hà;Nhị Chiểu;Nhựt Tảo;Ninh Châu;Ninh Chử;Nà Hang;Nùng Trí Cao;Núi Cấm;Nậm Chày;\
    Nật Sơn;Nội Bài;Phan Ngọc Hiển;Phan Rang;Phong Dinh;Phong Doanh;Phong Hiệp;Phong Quảng;Phong Thái;Phù Mỹ Bắc;\
    Phù Mỹ Nam;Phù Mỹ Tây;Phù Mỹ Đông;Phú Sơn Lâm Hà;Phú Trạch;Phúc Thọ Lâm Hà;Phước Giang;Phạm Sư Mạnh;Phố Bảng;\
    Phố Hiến;Phụ Dực;Phục Hòa;Pu Nhi;Pù Luông;Quan Thành;Quan Triều;Quang Đồng;Quy Nhơn Bắc;Quy Nhơn Nam;\
    Quy Nhơn Tây;Quy Nhơn Đông;Quý Lương;Quảng Oai;Quế Phước;Quế Sơn Trung;Quỳnh An;Quỳnh Anh;Rạch Kiến;Rờ Kơi;\
    Sa Huỳnh;Sa Lý;Sen Ngư;Suối Dầu;Suối Hai;Sà Phìn;Sài Gòn;Sín Chải;Sông Trí;Sông Vàng;Sơn Cẩm Hà;Sơn Mai;Sơn Qui;\
    Sơn Tây Hạ;Sơn Tây Thượng;Tam Anh;Tam Chúc;Tam Dương Bắc;Tam Long;Tam Mỹ;Tam Thắng;Tam Xuân;Thanh Bồng;\
    Thiên Nhẫn;Thiên Trường;Thiện Tín;Thu Bồn;Thuần Trung;Thành Bình Thọ;Thành Nam;Thành Sen;Thành Thới;Thành Đông;\
    Thái Ninh;Thông Tây Hội;Thăng An;Thăng Phú;Thăng Trường;Thăng Điền;Thư Lâm;Thư Trì;Thư Vũ;Thường Phước;\
    Thượng Hồng 2;Thượng Minh;Thượng Phúc;Thượng Đức 2;Thảo Nguyên;Thần Khê;Thần Lĩnh;Thần Sa;Thắng Lộc;Thọ Long;\
    Thọ Phong;Thục Phán;Thụy Anh;Tiên Hoa;Tiên Hưng;Tiên La;Tiên Tiến;Tiên Đồng;Toàn Lưu;Triệu Bình;Triệu Cơ;\
    Triệu Việt Vương;Trung Khánh Vĩnh;Trung Thuần;Trà Câu;Trà Liên;Trà Lý;Trường Lưu;Trường Ninh;Trường Phú;\
    Trường Tân;Trường Vinh;Trường Văn;Trấn Biên;Trần Liễu;Trần Nhân Tông;Trần Thương;Tu Bông;Tuy An Bắc;Tuy An Nam;\
    Tuy An Tây;Tuy An Đông;Tuy Phước Bắc;Tuy Phước Tây;Tuy Phước Đông;Tuyên Lâm;Tuyên Phú;Tuyên Sơn;Tuấn Sơn;\
    Tuệ Tĩnh;Tà Xi Láng;Tà Đùng;Tân Gianh;Tân Hà Lâm Hà;Tân Sơn Hòa;Tân Sơn Nhất;Tân Vĩnh Lộc;Tây Hoa Lư;\
    Tây Khánh Sơn;Tây Khánh Vĩnh;Tây Nam;Tây Nha Trang;Tây Ninh Hòa;Tây Phương;Tây Thái Ninh;Tây Thụy Anh;\
    Tây Tiền Hải;Tây Trà;Tây Trà Bồng;Tùng Thiện;Tăng Nhơn Phú;Tĩnh Gia;Tống Sơn;Tứ Mỹ;Từ Liêm;Vinh Kim;Vinh Lộc 2;\
    Vinh Phú;Việt An;Việt Khê;Việt Xuyên;Vu Gia;Vàm Cỏ;Vân Bán;Vân Tụ;Văn Hiến;Văn Kiều;Văn Miếu - Quốc Tử Giám;\
    Vĩnh Am;Vĩnh Hoàng;Vĩnh Hòa Hưng;Vĩnh Hội;Vĩnh Định;Vũ Dương;Vũ Quý;Vũ Tiên;Vũng Áng;Vườn Lài;Vạn Lộc;Vạn Tường;\
    Vạn Đức;Vệ Giang;Vị Khê;Xuân Hương - Đà Lạt;Xuân Lãng;Xuân Trường - Đà Lạt;Xóm Chiếu;Yên Tử;Yên Xuân 2;Ân Hảo;\
    Ân Tường;Ô Diên;Ô Loan;Đak Rong;Đak Sơmei;Đak Đoa;Đakrông;Đan Hải;Đan Điền;Đinh Văn Lâm Hà;Điện Bàn Bắc;\
    Điện Bàn Tây;Điện Bàn Đông;Đoài Phương;Đào Duy Từ;Đình Cương;Đông A;Đông Gia Nghĩa;Đông Hoa Lư;Đông Khánh Sơn;\
    Đông Lộc;Đông Ninh Hòa;Đông Thái Ninh;Đông Thụy Anh;Đông Tiên Hưng;Đông Tiền Hải;Đông Trà Bồng;Đông Trạch;\
    Đăk BLa;Đăk Cấm;Đăk Hà;Đăk Kôi;Đăk Mar;Đăk Môn;Đăk Plô;Đăk Pxi;Đăk Pék;Đăk Rve;Đăk Rơ Wa;Đăk Sao;Đăk Tô;\
    Đăk Tờ Kan;Đăk Ui;Đăk Ơ;Đường An;Đường Hào;Đại Hoàng;Đại Huệ;Đại Thanh;Đặng Thùy Trâm;Đề Gi;Đồng Bằng;Đồng Châu;\
    Đồng Dương;Đồng Thuận;Đức Châu;Đức Lập 2;Đức Nhàn;Đức Thịnh;Ứng Thiên
    """
}
