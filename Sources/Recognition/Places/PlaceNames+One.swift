extension PlaceNames {
  /// The first third, in the order of their code points.
  static let firstThird = """
    A Bung;A Dơi;A Dơk;A Lù;A Lưới 2;A Mú Sung;A Ngo 2;A Nông;A Rooi;A Roàng;A Ting;A Tiêng;A Vao;A Vương;A Xan;\
    AL Bá;An Biên 2;An Bài;An Bá;An Bình 16;An Bình A;An Bình B;An Bình Tây;An Châu 3;An Chấn;An Cơ;An Cư 4;An Cầu;\
    An Cựu;An Dân;An Dũng 2;An Dương 4;An Dục;An Hiệp 6;An Hà;An Hòa 13;An Hòa Hải;An Hòa Thịnh;An Hòa Tây;An Hóa;\
    An Hưng 3;An Hải;An Hải Bắc;An Hải Tây;An Hải Đông;An Hảo;An Hồng;An Hội;An Hữu;An Khang;An Khánh 6;An Khê 3;\
    An Khương;An Linh;An Long 2;An Lâm;An Lão 5;An Lĩnh;An Lư;An Lưu;An Lương;An Lạc 7;An Lạc A;An Lạc Thôn;\
    An Lạc Tây;An Lập;An Lễ;An Lộc 2;An Lợi Đông;An Lục Long;An Minh;An Minh Bắc;An Mỹ 5;An Nghiệp 2;An Nghĩa;\
    An Ngãi;An Ngãi Trung;An Ngãi Tây;An Nhơn 4;An Nhơn Tây;An Nhứt;An Ninh 5;An Ninh Tây 2;An Ninh Đông 2;\
    An Nông 2;An Nội;An Phong;An Phú 14;An Phú Thuận;An Phú Trung;An Phú Tân;An Phú Tây;An Phú Đông;An Phúc;\
    An Phước 5;An Phượng;An Phụ;An Quang;An Quy;An Quí;An Quảng Hữu;An Sinh 2;An Sơn 6;An Thanh 2;An Thuận;An Thành;\
    An Thái 3;An Thái Trung;An Thái Đông;An Thượng 3;An Thạch;An Thạnh 6;An Thạnh Nam;An Thạnh Thủy;An Thạnh Trung;\
    An Thạnh Tây;An Thạnh Đông;An Thắng 2;An Thịnh 2;An Thọ 2;An Thới 3;An Thới Đông;An Thủy 2;An Tiến 2;An Toàn;\
    An Trung 2;An Tràng;An Trường;An Trường A;An Trạch;An Trạch A;An Tân 3;An Tây 2;An Tường 2;An Tảo;An Tịnh;\
    An Tức;An Vinh 2;An Viên;An Viễn;An Vĩ;An Vĩnh Ngãi;An Vũ;An Xuyên;An Xuân 2;An Điền 2;An Đôn;An Đông;An Đạo;\
    An Định 2;An Đồng 2;An Đổ;An Đức 2;An Ấp;Anh Dũng;Anh Sơn 3;Ayun 2;Ayun Hạ;Ayun Pa;B' Lá;B'lao;Ba Bích;Ba Bể;\
    Ba Chúc;Ba Chẽ 2;Ba Cung;Ba Cụm Bắc;Ba Cụm Nam;Ba Dinh;Ba Giang;Ba Hàng;Ba Hàng Đồi;Ba Khâm;Ba Liên;Ba Láng;\
    Ba Lòng;Ba Lế;Ba Nam;Ba Nang;Ba Ngòi;Ba Ngạc;Ba Sao 2;Ba Thành;Ba Tiêu;Ba Trang;Ba Tri 2;Ba Trinh;Ba Trại;Ba Tô;\
    Ba Tơ 2;Ba Tầng;Ba Vinh;Ba Vì 3;Ba Xa;Ba Điền;Ba Đình 4;Ba Đồn 2;Ba Động;Ban Công;Bao La;Bar Măih;Bha Lê;\
    Biên Giang;Biên Giới;Biên Hòa;Biên Sơn;Biển Bạch;Biển Bạch Đông;Biển Hồ;Biển Động;Bok Tới;Bom Bo;Bon Phặng;\
    Bum Nưa;Bum Tở;Buôn Choah;Buôn Hồ;Buôn Ma Thuột;Buôn Triết;Buôn Tría;Buôn Trấp;Buôn Đôn;Bà Rịa;Bà Triệu;Bà Điểm;\
    Bài Sơn;Bàn Giản;Bàn Long;Bàn Thạch;Bàn Tân Định;Bàn Đạt;Bàng La;Bành Trạch;Bàu Bàng;Bàu Chinh;Bàu Cạn 2;\
    Bàu Hàm;Bàu Lâm;Bàu Năng;Bàu Sen;Bàu Trâm;Bàu Đồn;Bá Hiến;Bá Thước;Bá Xuyên;Bác Ái;Bách Khoa;Bách Quang;\
    Bách Thuận;Báo Đáp;Bát Mọt;Bát Trang;Bát Tràng;Bát Xát 2;Bát Đại Sơn;Bãi Bông;Bãi Cháy;Bãi Sậy;Bãi Thơm;\
    Bãi Trành;Bình An 10;Bình Ba;Bình Chiểu 2;Bình Chuẩn 2;Bình Chánh 5;Bình Châu 2;Bình Chương;Bình Dân 2;\
    Bình Dương 7;Bình Gia 2;Bình Giang 3;Bình Giáo;Bình Giã;Bình Hiên;Bình Hiệp 2;Bình Hàn;Bình Hàng Trung;\
    Bình Hàng Tây;Bình Hòa 8;Bình Hòa Bắc;Bình Hòa Hưng;Bình Hòa Nam;Bình Hòa Phước;Bình Hòa Trung;Bình Hòa Tây;\
    Bình Hòa Đông;Bình Hưng 2;Bình Hưng Hòa;Bình Hưng Hòa A;Bình Hưng Hòa B;Bình Hải 2;Bình Hẻm;Bình Khánh 3;\
    Bình Khê;Bình Khương;Bình Kiến;Bình Kiều;Bình La;Bình Liêu 2;Bình Long 4;Bình Lâm;Bình Lãng 2;Bình Lãnh;\
    Bình Lăng;Bình Lư;Bình Lương;Bình Lộc 2;Bình Lợi 2;Bình Lục;Bình Minh 15;Bình Mỹ 5;Bình Nam;Bình Nghi;\
    Bình Nghĩa;Bình Nghị;Bình Nguyên 3;Bình Ngọc 2;Bình Nhâm;Bình Nhân;Bình Nhì;Bình Ninh 2;Bình Phan;\
    Bình Phong Thạnh;Bình Phú 10;Bình Phúc;Bình Phước 2;Bình Phước Xuân;Bình Phục;Bình Phục Nhứt;Bình Quý;Bình Quế;\
    Bình Quới;Bình Sa;Bình San;Bình Sơn 10;Bình Thanh 3;Bình Thuận 7;Bình Thành 9;Bình Thạnh 11;Bình Thạnh Trung;\
    Bình Thạnh Đông;Bình Thắng 3;Bình Thọ 2;Bình Thới;Bình Thủy 3;Bình Tiến;Bình Trinh Đông;Bình Triều;Bình Trung 5;\
    Bình Trưng;Bình Trưng Tây;Bình Trưng Đông;Bình Trị 3;Bình Trị Đông;Bình Trị Đông A;Bình Trị Đông B;Bình Tâm;\
    Bình Tân 9;Bình Tân Phú;Bình Tú;Bình Tường;Bình Tấn;Bình Tịnh;Bình Văn;Bình Xa;Bình Xuyên 2;Bình Xuân;\
    Bình Yên 3;Bình Ân;Bình Đa;Bình Đào;Bình Đông 2;Bình Đại 2;Bình Định 4;Bình Định Bắc;Bình Định Nam;Bình Đức 3;\
    Bích Hòa;Bích Đào;Bích Động;Bính Xá;Bó Mười;Bó Sinh;Bông Krang;Bông Trang;Bù Gia Mập 2;Bù Nho;Bù Đăng;Bù Đốp;\
    Bùi Hữu Nghĩa;Bùi La Nhân;Bùi Thị Xuân;Búng Lao;Búng Tàu;Bút Sơn;Băng A Drênh;Bưng Riềng;Bưởi;Bạc Liêu;Bạch Hà;\
    Bạch Hạ;Bạch Hạc;Bạch Long;Bạch Long Vĩ;Bạch Lưu;Bạch Mai;Bạch Ngọc;Bạch Sam;Bạch Thông;Bạch Thượng;Bạch Xa;\
    Bạch Đích;Bạch Đằng 6;Bản Bo;Bản Cái;Bản Công;Bản Cầm;Bản Díu;Bản Giang;Bản Hon;Bản Hồ;Bản Lang;Bản Liền;\
    Bản Luốc;Bản Lầm;Bản Lầu;Bản Máy;Bản Mù;Bản Mế;Bản Ngoại;Bản Nguyên;Bản Ngò;Bản Nhùng;Bản Phiệt;Bản Phùng;\
    Bản Phố;Bản Qua;Bản Rịa;Bản Sen 2;Bản Thi;Bản Vược;Bản Xèo;Bảo An;Bảo Bình;Bảo Cường;Bảo Hiệu;Bảo Hà;Bảo Hòa;\
    Bảo Hưng;Bảo Khê;Bảo Linh;Bảo Lâm 3;Bảo Lý;Bảo Lạc 2;Bảo Lộc;Bảo Nam;Bảo Nhai;Bảo Ninh;Bảo Quang;Bảo Sơn;\
    Bảo Thanh;Bảo Thuận 2;Bảo Thành;Bảo Thạnh;Bảo Thắng 2;Bảo Toàn;Bảo Vinh;Bảo Yên 2;Bảo Ái;Bảo Đài;Bảy Ngàn;\
    Bần Yên Nhân;Bắc An;Bắc Bình 2;Bắc Cường;Bắc Giang;Bắc Hà 3;Bắc Hòa;Bắc Hùng;Bắc Hưng;Bắc Hải;Bắc Hồng 2;\
    Bắc Kạn;Bắc La;Bắc Lãng;Bắc Lý 4;Bắc Lũng;Bắc Lương;Bắc Lệnh;Bắc Mê;Bắc Nghĩa;Bắc Ninh;Bắc Phong 3;Bắc Phú;\
    Bắc Quang;Bắc Quỳnh;Bắc Ruộng;Bắc Sơn 18;Bắc Thành;Bắc Thủy;Bắc Trà My;Bắc Trạch;Bắc Tân Uyên;Bắc Từ Liêm;\
    Bắc Việt;Bắc Xa;Bắc Yên 2;Bằng An;Bằng Cả 2;Bằng Cốc;Bằng Doãn;Bằng Giã;Bằng Hành;Bằng Hữu;Bằng Lang;Bằng Luân;\
    Bằng Lãng;Bằng Lũng;Bằng Mạc;Bằng Phúc;Bằng Thành;Bằng Vân;Bế Văn Đàn;Bến Cát;Bến Cầu 2;Bến Củi;Bến Gót;\
    Bến Lức 2;Bến Nghé;Bến Quan;Bến Sung;Bến Thành;Bến Thủy;Bến Tre;Bến Tắm;Bỉm Sơn;Bố Hạ;Bố Trạch;Bối Cầu;Bồ Lý;\
    Bồ Sao;Bồ Xuyên;Bồ Đề 2;Bồi Sơn;Bồng Khê;Bồng Lai;Bồng Sơn;Bộc Bố;Bộc Nhiêu;Bột Xuyên;Bờ Ngoong;Bờ Y;Bửu Hòa;\
    Bửu Long;Ca Thành;Ca Đình;Cai Bộ;Cai Kinh;Cai Lậy 2;Cam An Bắc;Cam An Nam;Cam Bình;Cam Chính;Cam Cọn;Cam Giá;\
    Cam Hiếu;Cam Hiệp Bắc;Cam Hiệp Nam;Cam Hòa;Cam Hải Tây;Cam Hải Đông;Cam Linh;Cam Lâm 2;Cam Lập;Cam Lộ 2;Cam Lộc;\
    Cam Lợi;Cam Nghĩa 2;Cam Phú;Cam Phúc Bắc;Cam Phúc Nam;Cam Phước Tây;Cam Phước Đông;Cam Ranh;Cam Thuận;Cam Thành;\
    Cam Thành Bắc;Cam Thành Nam;Cam Thượng;Cam Thịnh Tây;Cam Thịnh Đông;Cam Thủy 2;Cam Tuyền;Cam Tân;Cam Đường;\
    Cam Đức;Can Lộc;Canh Hiển;Canh Hiệp;Canh Hòa;Canh Liên;Canh Nậu 2;Canh Thuận;Canh Tân 2;Canh Vinh;Cao An;\
    Cao Bằng;Cao Bồ;Cao Chương 2;Cao Dương 2;Cao Kỳ;Cao Lâu;Cao Lãnh 2;Cao Lộc 2;Cao Minh 3;Cao Mã Pờ;Cao Ngạn;\
    Cao Ngọc;Cao Nhân;Cao Phong 3;Cao Phạ;Cao Quảng;Cao Sơn 5;Cao Thành;Cao Thăng;Cao Thượng 2;Cao Thắng 2;\
    Cao Thịnh;Cao Tân;Cao Viên;Cao Xanh;Cao Xá 2;Cao Đại;Cao Đức;Ch'ơm;Cheo Reo;Chi Khê;Chi Lăng 9;Chi Lăng Bắc;\
    Chi Lăng Nam;Chi Nê;Chi Thiết;Chi Đông;Chim Vàn;Chiêm Hóa;Chiêu Lưu;Chiêu Vũ;Chiêu Yên;Chiến Phố;Chiến Thắng 3;\
    Chiềng An;Chiềng Ban;Chiềng Bôm;Chiềng Bằng;Chiềng Cang;Chiềng Chung;Chiềng Châu;Chiềng Chăn;Chiềng Công;\
    Chiềng Cơi;Chiềng Cọ;Chiềng Dong;Chiềng En;Chiềng Hoa;Chiềng Hắc;Chiềng Hặc;Chiềng Ken;Chiềng Khay;Chiềng Kheo;\
    Chiềng Khoa;Chiềng Khoang;Chiềng Khoi;Chiềng Khoong;Chiềng Khương;Chiềng Khừa;Chiềng La;Chiềng Lao;Chiềng Ly;\
    Chiềng Lương;Chiềng Lề;Chiềng Mai;Chiềng Mung;Chiềng Muôn;Chiềng Ngàm;Chiềng Ngần;Chiềng Nơi;Chiềng On;\
    Chiềng Pha;Chiềng Phung;Chiềng Pấc;Chiềng Pằn;Chiềng San;Chiềng Sinh 2;Chiềng Sung;Chiềng Sàng;Chiềng Sơ 2;\
    Chiềng Sơn;Chiềng Sại;Chiềng Tương;Chiềng Ve;Chiềng Xuân;Chiềng Xôm;Chiềng Yên;Chiềng Ân;Chiềng Đen;\
    Chiềng Đông 2;Chiềng Ơn;Chrôh Pơnan;Chu Hóa;Chu Hương;Chu Minh;Chu Phan;Chu Trinh;Chu Điện;Chung Chải;Chuyên Mỹ;\
    Chuyên Ngoại;Chà Cang;Chà Là;Chà Nưa;Chà Tở;Chà Vàl;Chàng Sơn;Chánh An;Chánh Lộ;Chánh Mỹ;Chánh Nghĩa;\
    Chánh Phú Hòa;Chân Lý;Chân Mộng;Chân Sơn;Châu Bình 2;Châu Bính;Châu Can;Châu Cường;Châu Giang;Châu Hoàn;\
    Châu Hòa;Châu Hóa;Châu Hưng 3;Châu Hưng A;Châu Hạnh;Châu Hồng;Châu Hội;Châu Khánh;Châu Khê 2;Châu Kim;Châu Lý;\
    Châu Lăng;Châu Lộc;Châu Minh;Châu Nga;Châu Nhân;Châu Pha;Châu Phong 3;Châu Phú;Châu Phú A;Châu Phú B;Châu Quang;\
    Châu Quế Hạ;Châu Quế Thượng;Châu Sơn 5;Châu Thuận;Châu Thành 15;Châu Thành A;Châu Thái;Châu Thôn;Châu Thắng;\
    Châu Thới;Châu Tiến 2;Châu Văn Liêm;Châu Điền;Châu Đình;Châu Đốc;Châu Đức;Châu Ổ;Chí Cà;Chí Công;Chí Hòa;\
    Chí Linh;Chí Minh 3;Chí Thạnh;Chí Thảo;Chí Tiên;Chí Tân;Chí Viễn;Chí Đám;Chí Đạo;Chính Gián;Chính Lý;Chính Mỹ;\
    Chính Nghĩa;Chùa Hang;Chúc Sơn;Chăn Nưa;Chũ;Chơ Chun;Chơ Long;Chơn Thành;Chư A Thai;Chư Băh;Chư Don;Chư Drăng;\
    Chư Gu;Chư Hreng;Chư Kbô;Chư Krêy;Chư Mố;Chư Ngọc;Chư Prông 2;Chư Păh;Chư Pơng;Chư Pưh;Chư Rcăm;Chư Răng;\
    Chư Sê 2;Chư Ty;Chư Á;Chư Đăng Ya;Chương Dương 3;Chương Mỹ;Chương Xá;Chấn Hưng;Chấn Thịnh;Chất Bình;Chế Cu Nha;\
    Chế Là;Chế Tạo;Chỉ Đạo;Chờ;Chợ Chu;Chợ Chùa;Chợ Gạo 2;Chợ Lách 2;Chợ Lầu;Chợ Mới 3;Chợ Rã;Chợ Vàm;Chợ Đồn;Co Mạ;\
    Co Tòng;Con Cuông 2;Cun Pheo;Cuor Đăng;Cuôr Knia;Cuối Hạ;Cà Dy;Cà Lúi;Cà Mau;Cà Nàng;Cà Ná;Càng Long 2;\
    Cành Nàng;Các Sơn;Cách Bi;Cách Linh 2;Cái Bè 2;Cái Chiên;Cái Dầu;Cái Khế;Cái Nhum;Cái Nước 2;Cái Răng;Cái Rồng;\
    Cái Tàu Hạ;Cái Tắc;Cái Vồn;Cái Đôi Vàm;Cán Chu Phìn;Cán Cấu;Cán Khê;Cán Tỷ;Cát Bi;Cát Bà;Cát Chánh;Cát Dài;\
    Cát Hanh;Cát Hiệp;Cát Hưng;Cát Hải 3;Cát Khánh;Cát Linh;Cát Lái;Cát Lâm;Cát Minh;Cát Nhơn;Cát Nê;Cát Quế;\
    Cát Sơn;Cát Thành 2;Cát Thắng;Cát Thịnh;Cát Tiên 2;Cát Tiến;Cát Trinh;Cát Tài;Cát Tân 2;Cát Tường;Cát Vân;\
    Cát Văn;Cây Dương;Cây Gáo;Cây Thị;Cây Trường II;Cò Nòi;Cô Ba;Cô Giang;Cô Mười;Cô Ngân;Cô Tô 3;Côn Lôn;Côn Minh;\
    Côn Đảo;Công Bằng;Công Chính;Công Hải;Công Liêm;Công Lý;Công Sơn;Công Thành;Công Đa;Cù Bị;Cù Lao Dung 2;Cù Vân;\
    Cúc Phương;Cúc Đường;Căm Muộn;Căn Co;Cư A Mung;Cư An;Cư Bao;Cư Bông;Cư Dliê M'nông;Cư Drăm;Cư Elang;Cư Huê;\
    Cư Jang;Cư Jút;Cư K Róa;Cư Kbang;Cư Kty;Cư Klông;Cư Knia;Cư Kuin;Cư Lễ;Cư M'Lan;Cư M'gar 2;Cư M'ta;Cư Mốt;Cư Ni;\
    Cư Né;Cư Prao;Cư Prông;Cư Pui;Cư Pơng;Cư San;Cư Suê;Cư Yên;Cư Ê Wi;Cư ÊBur;Cương Chính;Cương Gián;Cương Sơn;\
    Cường Lợi 2;Cường Thịnh;Cải Viên;Cải Đan;Cảm Nhân;Cảm Ân;Cảnh Dương;Cảnh Hóa;Cảnh Hưng;Cảnh Thụy;Cấm Sơn;\
    Cấn Hữu;Cấp Dẫn;Cấp Tiến 2;Cần Giuộc 2;Cần Giờ;Cần Kiệm;Cần Nông 2;Cần Thạnh;Cần Yên 2;Cần Đăng;Cần Đước 2;\
    Cầu Bà;Cầu Diễn;Cầu Dền;Cầu Giát;Cầu Giấy;Cầu Kho;Cầu Khởi;Cầu Kè 2;Cầu Lộc;Cầu Mây;Cầu Ngang 2;Cầu Quan;\
    Cầu Thia;Cầu Tre;Cầu Ông Lãnh;Cầu Đất;Cẩm An;Cẩm Bình 3;Cẩm Châu 2;Cẩm Chế;Cẩm Duệ;Cẩm Dương;Cẩm Giang 3;\
    Cẩm Giàng 2;Cẩm Hoàng;Cẩm Hà 2;Cẩm Hưng 2;Cẩm Hải;Cẩm Khê 2;Cẩm Kim;Cẩm La;Cẩm Liên;Cẩm Long;Cẩm Lý;Cẩm Lĩnh 2;\
    Cẩm Lương;Cẩm Lạc;Cẩm Lệ;Cẩm Lộc;Cẩm Minh;Cẩm Mỹ 2;Cẩm Nam;Cẩm Ngọc;Cẩm Nhượng;Cẩm Ninh;Cẩm Phô;Cẩm Phú 2;\
    Cẩm Phúc;Cẩm Phả;Cẩm Quan;Cẩm Quang;Cẩm Quý;Cẩm Sơn 5;Cẩm Thanh;Cẩm Thành 3;Cẩm Thượng;Cẩm Thạch 3;Cẩm Thịnh 2;\
    Cẩm Thủy 2;Cẩm Trung 2;Cẩm Tâm;Cẩm Tân;Cẩm Tây;Cẩm Tú;Cẩm Vân;Cẩm Văn;Cẩm Vĩnh;Cẩm Vũ;Cẩm Xuyên 2;Cẩm Xá;\
    Cẩm Yên 2;Cẩm Điền;Cẩm Đoài;Cẩm Đàn;Cẩm Đông 2;Cẩm Đường;Cốc Ly;Cốc Lầu;Cốc Lếu;Cốc Mỳ;Cốc Pài;Cốc Pàng;Cốc Rế;\
    Cốc San;Cốc Đán;Cống Vị;Cồn;Cồn Cỏ;Cồn Thoi;Cổ Am;Cổ Bi;Cổ Bì;Cổ Dũng;Cổ Linh;Cổ Loa;Cổ Lũng 2;Cổ Lễ;Cổ Phúc;\
    Cổ Thành;Cổ Đô;Cổ Đông;Cỗ Đạm;Cộng Hiền;Cộng Hòa 8;Cộng Lạc;Cờ Đỏ 2;Củ Chi 2;Củng Sơn;Cửa Bắc;Cửa Cạn;Cửa Dương;\
    Cửa Lò;Cửa Nam 3;Cửa Tùng;Cửa Việt;Cửa Ông;Cửa Đông;Cửa Đại;Cửu An;Cửu Cao;Cự Khê;Cự Khối;Cự Nẫm;Cự Thắng;\
    Cự Đồng;D'Ran;Dak Lua;Dang;Dang Kang;Danh Thắng;Di Linh 2;Di Lăng;Di Trạch;Diêm Điền;Diên An;Diên Bình;Diên Hòa;\
    Diên Hồng;Diên Khánh 2;Diên Lâm;Diên Lãm;Diên Lạc;Diên Phú 2;Diên Phước;Diên Sanh;Diên Sơn;Diên Thạnh;Diên Thọ;\
    Diên Toàn;Diên Tân;Diên Xuân;Diên Điền;Diên Đồng;Diêu Trì;Diễn An;Diễn Bích;Diễn Châu 2;Diễn Cát;Diễn Hoa;\
    Diễn Hoàng;Diễn Hùng;Diễn Hạnh;Diễn Hải;Diễn Hồng;Diễn Kim;Diễn Kỷ;Diễn Liên;Diễn Lâm;Diễn Lộc;Diễn Lợi;Diễn Mỹ;\
    Diễn Nguyên;Diễn Ngọc;Diễn Phong;Diễn Phú;Diễn Phúc;Diễn Quảng;Diễn Thành;Diễn Thái;Diễn Tháp;Diễn Thịnh;\
    Diễn Thọ;Diễn Trung;Diễn Trường;Diễn Tân;Diễn Vạn;Diễn Xuân;Diễn Yên;Diễn Đoài;Diễn Đồng;Dliê Yang;Dray Bhăng;\
    Dray Sáp;Du Già;Du Lễ;Du Tiến;Dun;Dur Kmăl;Duy Châu;Duy Hòa;Duy Hải 2;Duy Minh;Duy Nghĩa;Duy Nhất;Duy Ninh;\
    Duy Phiên;Duy Phú;Duy Phước;Duy Sơn;Duy Thu;Duy Thành;Duy Tiên;Duy Trinh;Duy Trung;Duy Tân 3;Duy Vinh;Duy Xuyên;\
    Duyên Hà;Duyên Hải 4;Duyên Thái;Duyệt Trung;Dào San;Dân Chủ 6;Dân Hòa 2;Dân Hóa;Dân Hạ;Dân Lý;Dân Lực;\
    Dân Quyền 2;Dân Thành;Dân Tiến 2;Dìn Chin;Dĩ An 2;Dĩnh Kế;Dĩnh Trì;Dũng Liệt;Dũng Nghĩa;Dũng Phong;Dũng Tiến 2;\
    Dư Hàng;Dư Hàng Kênh;Dương Huy;Dương Hà;Dương Hòa 2;Dương Hưu;Dương Hồng Thủy;Dương Kinh;Dương Liễu;\
    Dương Minh Châu 2;Dương Nội;Dương Phong;Dương Phúc;Dương Quan;Dương Quang 3;Dương Quỳ;Dương Sơn;Dương Thành;\
    Dương Thủy;Dương Tơ;Dương Xuân Hội;Dương Xá;Dương Đông;Dương Đức;Dưỡng Điềm;Dạ Trạch;Dần Thàng;Dầu Giây;\
    Dầu Tiếng 2;Dế Su Phình;Dền Sáng;Dền Thàng;Dị Chế;Dị Nậu 2;Dị Sử;Dịch Vọng;Dịch Vọng Hậu;Dồm Cang;Dục Tú;\
    Dữu Lâu;Dực Yên;Ea Bhốk;Ea Bar;Ea Blang;Ea Bung;Ea Bá;Ea Bông;Ea D'Rơng;Ea Drông;Ea Drăng;Ea Dăh;Ea H'Mlay;\
    Ea H'leo 2;Ea H'đinh;Ea Hiao;Ea Hiu;Ea Hu;Ea Huar;Ea Hồ;Ea Knuec;Ea Kpam;Ea Kao;Ea Kar 2;Ea Khal;Ea Kiết;Ea Kly;\
    Ea Kmút;Ea Knốp;Ea Ktur;Ea Kuêh;Ea Kuăng;Ea Kênh;Ea Lai;Ea Lâm;Ea Lê;Ea M' Doal;Ea M'Dróh;Ea M'nang;Ea Na;\
    Ea Nam;Ea Ngai;Ea Ning;Ea Nuôl;Ea Phê;Ea Pil;Ea Puk;Ea Pô;Ea Păl;Ea Pốk;Ea R'Bin;Ea Ral;Ea Riêng;Ea Rốk;Ea Sar;\
    Ea Sin;Ea Siên;Ea Sol;Ea Sô;Ea Súp 2;Ea T'Ling;Ea Tam 2;Ea Tar;Ea Tih;Ea Tir;Ea Tiêu;Ea Trang;Ea Trul;Ea Tu;\
    Ea Tul;Ea Tân;Ea Tóh;Ea Uy;Ea Wer;Ea Wy;Ea Yiêng;Ea Yông;Ea Ô;Ea Đar;EaBar;EaBia;EaTrol;Eachà Rang;Ealy;Ga Ri;\
    Ghềnh Ráng;Gia An;Gia Bình 3;Gia Bắc;Gia Canh;Gia Cát;Gia Cẩm;Gia Hanh;Gia Hiệp;Gia Huynh;Gia Hòa;Gia Hưng;\
    Gia Hội 2;Gia Khánh 2;Gia Kiệm;Gia Luận;Gia Lâm 3;Gia Lương;Gia Lạc;Gia Lập;Gia Lộc 4;Gia Minh 2;Gia Miễn;\
    Gia Mô;Gia Nghĩa;Gia Ninh;Gia Phong;Gia Phù;Gia Phú 2;Gia Phương;Gia Phố;Gia Ray;Gia Sinh;Gia Sàng;Gia Sơn;\
    Gia Thanh 2;Gia Thuận;Gia Thắng;Gia Thịnh;Gia Thụy;Gia Thủy;Gia Tiến;Gia Trung;Gia Trấn;Gia Tân 2;Gia Tường;\
    Gia Viên;Gia Viễn 2;Gia Vân;Gia Vượng;Gia Xuyên;Gia Xuân;Gia Điền;Gia Đông;Gia Đức;Giai Phạm;Giai Xuân 2;\
    Giang Biên 2;Giang Hải;Giang Ly;Giang Ma;Giang Sơn;Giang Sơn Tây;Giang Sơn Đông;Giang Thành;Giang Tiên;\
    Giang Điền;Giao An 2;Giao Châu;Giao Hà;Giao Hương;Giao Hải;Giao Long 2;Giao Lạc;Giao Nhân;Giao Phong;Giao Thanh;\
    Giao Thiện 2;Giao Thạnh;Giao Thịnh;Giao Thủy;Giao Tiến;Giao Tân;Giao Xuân;Giao Yến;Gio An;Gio Châu;Gio Hải;\
    Gio Linh 2;Gio Mai;Gio Mỹ;Gio Quang;Gio Sơn;Gio Việt;Giàng Chu Phìn;Giá Rai;Giáo Hiệu;Giáo Liêm;Giáp Bát;\
    Giáp Lai;Giáp Sơn;Giáp Trung;Giáp Đắt;Giảng Võ;Giếng Đáy;Giồng Riềng 2;Giồng Trôm 2;Giới Phiên;Giục Tượng;Glar;\
    Gung Ré;Gành Dầu;Gành Hào;Gào;Gáo Giồng;Gò Công;Gò Công Tây;Gò Công Đông;Gò Dầu 2;Gò Quao 2;Gò Vấp;Gôi;H Bông;\
    H' Neng;Hnol;Hai Bà Trưng 2;Hai Riêng;Hang Chú;Hang Kia;Hanh Cù;Him Lam;Hiên Vân;Hiến Nam;Hiến Sơn;Hiến Thành;\
    Hiếu;Hiếu Liêm 2;Hiếu Nghĩa;Hiếu Nhơn;Hiếu Phụng;Hiếu Thuận;Hiếu Thành;Hiếu Trung;Hiếu Tử;Hiền Chung;Hiền Giang;\
    Hiền Hào;Hiền Kiệt;Hiền Lương 2;Hiền Ninh 2;Hiền Quan;Hiền Thành;Hiển Khánh;Hiệp An 3;Hiệp Bình Chánh 2;\
    Hiệp Bình Phước 2;Hiệp Cát;Hiệp Cường;Hiệp Hòa 10;Hiệp Hưng;Hiệp Lợi;Hiệp Lực 2;Hiệp Mỹ Tây;Hiệp Mỹ Đông;\
    Hiệp Ninh;Hiệp Phú 2;Hiệp Phước 2;Hiệp Sơn;Hiệp Thuận 2;Hiệp Thành 4;Hiệp Thạnh 4;Hiệp Tân 2;Hiệp Tùng;\
    Hiệp Xương;Hiệp Đức 2;Hoa Lư 2;Hoa Lộc;Hoa Sơn 3;Hoa Thành;Hoa Thám 2;Hoa Thủy;Hoa Động;Hoang Thèn;Hoài Châu;\
    Hoài Châu Bắc;Hoài Hương;Hoài Hải;Hoài Hảo;Hoài Mỹ;Hoài Nhơn;Hoài Phú;Hoài Sơn;Hoài Thanh;Hoài Thanh Tây;\
    Hoài Thượng;Hoài Tân;Hoài Xuân;Hoài Ân;Hoài Đức 3;Hoàn Kiếm;Hoàn Long;Hoàn Lão;Hoàn Sơn;Hoàng An;Hoàng Châu;\
    Hoàng Cương;Hoàng Diệu 3;Hoàng Giang;Hoàng Hanh;Hoàng Hoa;Hoàng Hoa Thám 2;Hoàng Khai;Hoàng Kim;Hoàng Liên;\
    Hoàng Liệt;Hoàng Long;Hoàng Lâu;Hoàng Lương;Hoàng Mai 2;Hoàng Nam;Hoàng Nông;Hoàng Quế;Hoàng Sa;Hoàng Su Phì;\
    Hoàng Sơn;Hoàng Thanh;Hoàng Thu Phố;Hoàng Tiến;Hoàng Trĩ;Hoàng Tung;Hoàng Tân 2;Hoàng Tây;Hoàng Việt;Hoàng Vân;\
    Hoàng Văn Thụ 8;Hoàng Xá;Hoàng Đan;Hoàng Đông;Hoàng Đồng;Hoàng Động;Hoành Bồ;Hoành Mô;Hoành Sơn 2;Hoạt Giang;\
    Hoằng Châu;Hoằng Cát;Hoằng Giang;Hoằng Hà;Hoằng Hóa;Hoằng Hải;Hoằng Hợp;Hoằng Kim;Hoằng Lưu;Hoằng Lộc;\
    Hoằng Ngọc;Hoằng Phong;Hoằng Phú;Hoằng Phượng;Hoằng Phụ;Hoằng Quang;Hoằng Quý;Hoằng Quỳ;Hoằng Sơn;Hoằng Thanh;\
    Hoằng Thành;Hoằng Thái;Hoằng Thắng;Hoằng Thịnh;Hoằng Tiến;Hoằng Trinh;Hoằng Trung;Hoằng Trường;Hoằng Trạch;\
    Hoằng Tân;Hoằng Xuyên;Hoằng Xuân;Hoằng Yến;Hoằng Đông;Hoằng Đại;Hoằng Đạo;Hoằng Đạt;Hoằng Đồng;Hoằng Đức;Hra;\
    Hua Bun;Hua La;Hua Nhàn;Hua Nà;Hua Păng;Hua Thanh;Hua Trai;Huy Bắc;Huy Giáp;Huy Hạ;Huy Khiêm;Huy Thượng;Huy Tân;\
    Huy Tường;Huyền Hội;Huyền Sơn;Huyền Tụng;Huế;Huống Thượng;Huồi Tụ;Huổi Luông;Huổi Lèng;Huổi Lếnh;Huổi Mí;\
    Huổi Một;Huổi Só;Huỳnh Hữu Nghĩa;Hy Cương;Hà An;Hà Bình;Hà Bầu;Hà Bắc;Hà Châu 2;Hà Cầu;Hà Giang 3;Hà Hiệu;\
    Hà Huy Tập 2;Hà Hải;Hà Hồi;Hà Khánh;Hà Khẩu;Hà Kỳ;Hà Lai;Hà Lam;Hà Lang;Hà Linh;Hà Long;Hà Lâm;Hà Lâu;Hà Lĩnh;\
    Hà Lương;Hà Lầm;Hà Lộc;Hà Mãn;Hà Mòn;Hà Ngọc;Hà Phong;Hà Quảng;Hà Sơn;Hà Tam;Hà Thanh;Hà Thái;Hà Thượng;\
    Hà Thạch;Hà Tiên;Hà Tiến;Hà Trung 3;Hà Tu;Hà Tân;Hà Tây;Hà Tĩnh;Hà Vinh;Hà Đông 3;Hàm Chính;Hàm Cường;Hàm Cần;\
    Hàm Giang;Hàm Hiệp;Hàm Kiệm;Hàm Liêm;Hàm Minh;Hàm Mỹ;Hàm Ninh 2;Hàm Phú;Hàm Rồng 3;Hàm Thuận Bắc;Hàm Thuận Nam;\
    Hàm Thạnh;Hàm Thắng;Hàm Tiến;Hàm Trí;Hàm Tân 2;Hàm Tử;Hàm Yên;Hàm Đức;Hàng Buồm;Hàng Bài;Hàng Bông;Hàng Bạc;\
    Hàng Bồ;Hàng Bột;Hàng Gai;Hàng Gòn;Hàng Kênh;Hàng Mã;Hàng Trạm;Hàng Trống;Hàng Vịnh;Hàng Đào;Hành Dũng;\
    Hành Minh;Hành Nhân;Hành Phước;Hành Thiện;Hành Thuận;Hành Thịnh;Hành Trung;Hành Tín Tây;Hành Tín Đông;Hành Đức;\
    Hào Phú;Hán Quảng;Hán Đà;Háng Lìa;Háng Đồng;Hát Lìu;Hát Lót 2;Hát Môn;Hòa An 10;Hòa Bình 24;Hòa Bình Thạnh;\
    Hòa Bắc 2;Hòa Chung;Hòa Chánh;Hòa Châu;Hòa Chính;Hòa Cuông;Hòa Cư;Hòa Cường Bắc;Hòa Cường Nam;Hòa Hiếu;\
    Hòa Hiệp 4;Hòa Hiệp Bắc 2;Hòa Hiệp Nam 2;Hòa Hiệp Trung;Hòa Hưng 3;Hòa Hương;Hòa Hải 2;Hòa Hậu;Hòa Hội 3;\
    Hòa Khánh 2;Hòa Khánh Bắc;Hòa Khánh Nam 2;Hòa Khánh Tây;Hòa Khánh Đông;Hòa Khê;Hòa Khương;Hòa Kiến;Hòa Liên;\
    Hòa Long 3;Hòa Lâm;Hòa Lạc 4;Hòa Lễ;Hòa Lộc 3;Hòa Lợi 4;Hòa Minh 3;Hòa Mạc 2;Hòa Mục;Hòa Mỹ 2;Hòa Mỹ Tây;\
    Hòa Mỹ Đông;Hòa Nam 2;Hòa Nghĩa 2;Hòa Nhơn;Hòa Ninh 3;Hòa Phong 4;Hòa Phát;Hòa Phú 10;Hòa Phước;Hòa Quang Bắc;\
    Hòa Quang Nam;Hòa Quý;Hòa Sơn 7;Hòa Thuận 7;Hòa Thuận Tây;Hòa Thuận Đông;Hòa Thành 5;Hòa Thạch;Hòa Thạnh 3;\
    Hòa Thắng 4;Hòa Thịnh;Hòa Thọ Tây;Hòa Thọ Đông;Hòa Tiến 4;Hòa Trung;Hòa Trạch;Hòa Trị;Hòa Tâm;Hòa Tân 4;\
    Hòa Tân Tây;Hòa Tân Đông;Hòa Tú II;Hòa Tịnh 2;Hòa Vang;Hòa Vinh;Hòa Xuân 2;Hòa Xuân Nam;Hòa Xuân Tây;\
    Hòa Xuân Đông;Hòa Xá;Hòa Ân;Hòa Điền;Hòa Đông 2;Hòa Định;Hòa Định Tây;Hòa Định Đông;Hòa Đồng;Hòn Nghệ;Hòn Tre;\
    Hòn Đất 2;Hóa An;Hóa Hợp;Hóa Phúc;Hóa Quỳ;Hóa Sơn;Hóa Thanh;Hóa Thượng;Hóa Tiến;Hóa Trung;Hóc Môn 2;Hùng An 2;\
    Hùng Cường;Hùng Dũng;Hùng Hòa;Hùng Long;Hùng Lô;Hùng Lợi;Hùng Mỹ;Hùng Quốc;Hùng Sơn 6;Hùng Thành;Hùng Thắng 3;\
    Hùng Tiến 4;Hùng Việt 2;Hùng Vương 3;Hùng Xuyên;Hùng Đức;Húc;Húc Nghì;Húc Động;Hơ Moong;Hưng Bình 2;Hưng Chiến;\
    Hưng Chính;Hưng Công;Hưng Dũng;Hưng Hà 3;Hưng Hòa 2;Hưng Hóa;Hưng Hội;Hưng Khánh;Hưng Khánh Trung A;\
    Hưng Khánh Trung B;Hưng Long 6;Hưng Lĩnh;Hưng Lễ;Hưng Lộc 3;Hưng Lợi 3;Hưng Mỹ 3;Hưng Nghĩa;Hưng Nguyên 2;\
    Hưng Nhân 2;Hưng Nhượng;Hưng Phong;Hưng Phú 3;Hưng Phúc 2;Hưng Phước;Hưng Thi;Hưng Thuận;Hưng Thành 3;\
    Hưng Thông;Hưng Thạnh 4;Hưng Thịnh 4;Hưng Thủy;Hưng Trung;Hưng Trí;Hưng Trạch;Hưng Tân;Hưng Tây;Hưng Vũ;\
    Hưng Yên 3;Hưng Yên Bắc;Hưng Điền;Hưng Điền A;Hưng Điền B;Hưng Đông;Hưng Đạo 10;Hưng Định;Hương An 2;\
    Hương Bình 2;Hương Canh;Hương Chữ;Hương Cần;Hương Giang;Hương Gián;Hương Hóa;Hương Hồ;Hương Hữu;Hương Khê 2;\
    Hương Liên;Hương Long 2;Hương Lung;Hương Lâm 2;Hương Lạc;Hương Lộc;Hương Mai;Hương Minh;Hương Mạc;Hương Mỹ;\
    Hương Nguyên;Hương Ngải;Hương Nhượng;Hương Nộn;Hương Phong 2;Hương Phú;Hương Sơ;Hương Sơn 9;Hương Thọ;\
    Hương Thủy 2;Hương Toàn;Hương Trà 3;Hương Trạch;Hương Vinh;Hương Vân;Hương Văn;Hương Vĩ;Hương Vĩnh;Hương Xuân 3;\
    Hương Xạ;Hương Đô;Hướng Hiệp;Hướng Hóa;Hướng Linh;Hướng Lập;Hướng Lộc;Hướng Phùng;Hướng Sơn;Hướng Thọ Phú;\
    Hướng Tân;Hướng Việt;Hướng Đạo;Hạ Bằng;Hạ Giáp;Hạ Hòa 2;Hạ Lang;Hạ Long 3;Hạ Lý;Hạ Lễ;Hạ Mỗ;Hạ Sơn;Hạ Trung;\
    Hạ Trạch;Hạ Đình;Hạnh Dịch;Hạnh Lâm;Hạnh Phúc;Hạnh Sơn;Hạp Lĩnh;Hải An 4;Hải Anh;Hải Ba;Hải Bình;Hải Bắc;\
    Hải Bối;Hải Chánh;Hải Châu 3;Hải Châu I;Hải Châu II;Hải Chính;Hải Cường;Hải Cảng;Hải Dương 3;Hải Giang;Hải Hà 3;\
    Hải Hòa 3;Hải Hưng 2;Hải Hậu;Hải Khê;Hải Long 2;Hải Lâm;Hải Lý;Hải Lăng;Hải Lĩnh;Hải Lạng;Hải Lệ;Hải Lộc 2;\
    Hải Lựu;Hải Minh;Hải Nam;Hải Nhân;Hải Ninh 4;Hải Phong 2;Hải Phú 3;Hải Phúc;Hải Phương;Hải Quang;Hải Quy;\
    Hải Quế;Hải Sơn 4;Hải Thanh 2;Hải Thành 2;Hải Thái;Hải Thượng 2;Hải Tiến;Hải Triều 2;Hải Trung;Hải Trường;\
    Hải Tân 2;Hải Tây;Hải Vân;Hải Xuân 2;Hải Yang;Hải Yên;Hải Yến 2;Hải Đông 2;Hải Đường;Hải Định;Hảo Đước;\
    Hậu Lộc 3;Hậu Mỹ Bắc A;Hậu Mỹ Bắc B;Hậu Mỹ Phú;Hậu Mỹ Trinh;Hậu Nghĩa;Hậu Thành 2;Hậu Thạnh;Hậu Thạnh Tây;\
    Hậu Thạnh Đông;Hắc Dịch;Hẹ Muông;Hỏa Lựu;Hỏa Tiến;Hố Mít;Hố Nai;Hố Quáng Phìn;Hồ Bốn;Hồ Nam;Hồ Sơn 2;Hồ Thầu 2;\
    Hồ Thị Kỷ;Hồ Tùng Mậu;Hồ Xá;Hồ Đắc Kiện;Hồi Ninh;Hồi Xuân;Hồng An 2;Hồng Bàng;Hồng Bạch;Hồng Bắc;Hồng Ca;\
    Hồng Châu 2;Hồng Dân;Hồng Dũng;Hồng Dương;Hồng Dụ;Hồng Gai;Hồng Giang 2;Hồng Hà 3;Hồng Hóa;Hồng Hưng;Hồng Hạ;\
    Hồng Hải;Hồng Khê;Hồng Kim;Hồng Kỳ 2;Hồng Liêm;Hồng Long;Hồng Lý;Hồng Lĩnh 2;Hồng Lạc 2;Hồng Lộc;Hồng Minh 2;\
    Hồng Nam 2;Hồng Ngài;Hồng Ngự 2;Hồng Phong 10;Hồng Phúc;Hồng Phương;Hồng Quang 6;Hồng Sơn 4;Hồng Sỹ;Hồng Thu;\
    Hồng Thuận;Hồng Thành;Hồng Thái 9;Hồng Thái Tây;Hồng Thái Đông;Hồng Thượng;Hồng Thủy 2;Hồng Tiến 3;Hồng Trị;\
    Hồng Việt 2;Hồng Vân 3;Hồng Đại;Hồng Đức;Hộ Hải;Hộ Phòng;Hộ Đáp;Hộ Độ;Hội An 2;Hội An Đông;Hội Hoan;Hội Hợp;\
    Hội Nghĩa;Hội Phú;Hội Sơn;Hội Thương;Hội Xuân;Hớn Quản;Hợp Châu;Hợp Giang;Hợp Hòa 2;Hợp Hưng;Hợp Lý 3;Hợp Minh;\
    Hợp Nhất;Hợp Phong;Hợp Thanh;Hợp Thành 9;Hợp Thắng;Hợp Thịnh 3;Hợp Tiến 6;Hợp Đồng;Hợp Đức 2;Hừa Ngài;\
    Hữu Bằng 2;Hữu Hòa;Hữu Khuông;Hữu Khánh;Hữu Kiên;Hữu Kiệm;Hữu Liên;Hữu Lân;Hữu Lũng 2;Hữu Lập;Hữu Lễ;Hữu Lợi;\
    Hữu Nghị;Hữu Sản 2;Hữu Vinh;Hữu Văn;Hữu Đạo;Hữu Định;Hựu Thành;Hựu Thạnh;Ia Ake;Ia Blứ;Ia Bang;Ia Blang;\
    Ia Boòng;Ia Broăi;Ia Bă;Ia Băng 2;Ia Chia;Ia Chim;Ia Din;Ia Dom 2;Ia Dreng;Ia Drăng;Ia Dêr;Ia Dơk;Ia Ga;Ia Glai;\
    Ia Grai;Ia Grăng;Ia H' Drai;Ia Hdreh;Ia Hlốp;Ia Hiao;Ia Hla;Ia Hrung;Ia Hrú;Ia Jlơi;Ia Kdăm;Ia Krai;Ia Ka;\
    Ia Kha;Ia Khai;Ia Khươl;Ia Kla;Ia Kly;Ia Ko;Ia Kreng;Ia Kring;Ia Kriêng;Ia Krêl;Ia Kênh;Ia Lang;Ia Le;Ia Ly;\
    Ia Lâu;Ia Lốp;Ia Ma Rơn;Ia Me;Ia Mláh;Ia Mơ;Ia Mơ Nông;Ia Nan;Ia Nhin;Ia O 2;Ia Pa;Ia Pal;Ia Peng;Ia Phang;\
    Ia Phìn;Ia Phí;Ia Pia;Ia Piar;Ia Piơr;Ia Pnôn;Ia Púch;Ia Pếch;Ia Pết;Ia Rbol;Ia Rmok;Ia Rsai;Ia Rsươm;Ia Rtô;\
    Ia Rvê;Ia Rong;Ia Sao 2;Ia Sol;Ia Tiêm;Ia Trok;Ia Tul;Ia Tô;Ia Tôr;Ia Tơi;Ia Vê;Ia Yeng;Ia Yok;Ia Đal;Jơ Ngây;\
    K' Dang;Kbang 2;Krong;Ka Dăng;Ka Long;Ka Lăng;Ka Đô;Ka Đơn;Kan Hồ;Keng Đu;Keo Lôm;Kha Sơn;Khai Quang;Khai Sơn;\
    Khai Thái;Khai Trung;Khang Ninh;Khao Mang;Khau Tinh;Khe Mo;Khe Sanh;Khe Tre;Khoan Dụ;Khoen On;Khoái Châu 2;\
    Khun Há;Khuyến Nông;Khuê Mỹ;Khuê Ngọc Điền;Khuê Trung;Khuôn Hà;Khuôn Lùng;Khuất Xá;Khám Lạng;Kháng Chiến;\
    Kháng Nhật;Khánh An 3;Khánh Bình 4;Khánh Bình Tây;Khánh Bình Tây Bắc;Khánh Bình Đông;Khánh Công;Khánh Cư;\
    Khánh Cường;Khánh Dương;Khánh Hiệp;Khánh Hà;Khánh Hòa 5;Khánh Hưng 2;Khánh Hải 3;Khánh Hậu;Khánh Hồng;\
    Khánh Hội 2;Khánh Hợp;Khánh Khê;Khánh Long;Khánh Lâm;Khánh Lộc;Khánh Lợi;Khánh Mậu;Khánh Nam;Khánh Nhạc;\
    Khánh Phú 2;Khánh Sơn 2;Khánh Thiện 2;Khánh Thuận;Khánh Thành 3;Khánh Thượng 3;Khánh Thạnh Tân;Khánh Thịnh;\
    Khánh Thủy;Khánh Tiên;Khánh Tiến;Khánh Trung 2;Khánh Vân;Khánh Vĩnh 2;Khánh Vĩnh Yên;Khánh Xuân 3;Khánh Yên;\
    Khánh Yên Hạ;Khánh Yên Thượng;Khánh Yên Trung;Khánh Đông;Khâm Thiên;Khâm Thành;Khâm Đức;Khâu Vai;Khôi Kỳ;\
    Khúc Xuyên;Khương Mai;Khương Thượng;Khương Trung;Khương Đình;Khả Cửu;Khả Phong;Khải Xuân;Khắc Niệm;Khổng Lào;\
    Khởi Nghĩa;Kim An;Kim Anh;Kim Bon;Kim Bài;Kim Bình 2;Kim Bôi 2;Kim Bảng;Kim Chung 3;Kim Chân;Kim Chính;Kim Cúc;\
    Kim Dinh;Kim Giang;Kim Hoa 2;Kim Hòa;Kim Hóa;Kim Hải;Kim Hỷ;Kim Lan;Kim Linh;Kim Liên 3;Kim Loan;Kim Long 3;\
    Kim Lũ;Kim Lư;Kim Lập;Kim Mã;Kim Mỹ;Kim Ngọc;Kim Nọi;Kim Nỗ;Kim Phú;Kim Phượng;Kim Quan 2;Kim Song Trường;\
    Kim Sơn 9;Kim Thành 2;Kim Thái;Kim Thư;Kim Thượng;Kim Thạch 2;Kim Thủy;Kim Trung;Kim Tân 5;Kim Xuyên;Kim Xá;\
    Kim Đính;Kim Đông;Kim Đường;Kim Định;Kim Đồng 2;Kim Động;Kim Đức;Kinh Bắc;Kinh Cùng;Kinh Dinh;Kinh Môn;\
    Kiên Bình;Kiên Hải;Kiên Lao;Kiên Lương 2;Kiên Mộc;Kiên Thành 2;Kiên Thọ;Kiên Đài;Kiêu Kỵ;Kiến An 2;Kiến Bình;\
    Kiến Giang;Kiến Hưng;Kiến Quốc 2;Kiến Thiết 2;Kiến Thành 2;Kiến Thụy;Kiến Tường;Kiến Xương 2;Kiến Đức;Kiền Bái;\
    Kiểng Phước;Kiện Khê;Kiệt Sơn;Kon Chiêng;Kon Dơng;Kon Gang;Kon Plông;Kon Pne;Kon Rẫy;Kon Thụp;Kon Tum;Kon Đào;\
    Kroong;Krông A Na;Krông Bông;Krông Búk 2;Krông Jing;Krông Klang;Krông Kmar;Krông Na;Krông Nô 2;Krông Năng 3;\
    Krông Pa 2;Krông Pắc;Krông Á;Kép;Kênh Dương;Kênh Giang;Kông Chro 2;Kông Htok;Kông Lơng Khơng;Kông Pla;Kông Yang;\
    Ký Phú;Kẻ Sặt;Kế An;Kế Sách 2;Kế Thành;Kỳ Anh 2;Kỳ Bá;Kỳ Bắc;Kỳ Châu;Kỳ Giang;Kỳ Hoa;Kỳ Hà;Kỳ Hải;Kỳ Khang;\
    Kỳ Liên;Kỳ Long;Kỳ Lạc;Kỳ Lợi;Kỳ Nam;Kỳ Ninh;Kỳ Phong;Kỳ Phú 2;Kỳ Phương;Kỳ Sơn 6;Kỳ Thư;Kỳ Thượng 3;Kỳ Thịnh;\
    Kỳ Thọ;Kỳ Tiến;Kỳ Trinh;Kỳ Trung;Kỳ Tân 3;Kỳ Tây;Kỳ Văn;Kỳ Xuân;Kỳ Đồng;La Bằng;La Dêê;La Dạ;La Gi;La Hai;\
    La Hiên;La Hà;La Khê;La Ngà;La Ngâu;La Pan Tẩn;La Phù;La Pán Tẩn;La Sơn;Lai Châu;Lai Cách;Lai Hòa;Lai Hưng;\
    Lai Hạ;Lai Thành;Lai Uyên;Lai Vu;Lai Vung 2;Lai Đồng;Lam Cốt;Lam Hạ;Lam Sơn 9;Lam Vỹ;Lam Điền;Lan Giới;Lan Mẫu;\
    Lang Chánh 2;Lang Minh;Lang Quán;Lang Sơn;Lang Thíp;Lao Bảo;Lao Chải 2;Lao Và Chải;Lao Xả Phình;Lay Nưa;Laêê;
    """
}
