extension PlaceNames {
  /// The second third, in the order of their code points.
  static let secondThird = """
    Leng Su Sìn;Lim;Linh Chiểu 2;Linh Hải;Linh Hồ;Linh Phú;Linh Sơn;Linh Thông;Linh Trung 2;Linh Trường;Linh Tây 2;\
    Linh Xuân 2;Linh Đông 2;Liêm Chung;Liêm Chính;Liêm Cần;Liêm Hải;Liêm Phong;Liêm Phú;Liêm Sơn;Liêm Thuận;\
    Liêm Thủy;Liêm Tiết;Liêm Tuyền;Liêm Túc;Liên Am;Liên Bão;Liên Bạt;Liên Bảo 2;Liên Chiểu;Liên Chung;Liên Châu 2;\
    Liên Giang;Liên Hiệp 4;Liên Hoa 2;Liên Hà 3;Liên Hòa 4;Liên Hương;Liên Hồng 2;Liên Hội;Liên Hợp;Liên Khê 2;\
    Liên Lộc;Liên Minh 4;Liên Mạc 3;Liên Nghĩa 2;Liên Ninh;Liên Phương 2;Liên Quan;Liên Sang;Liên Sơn 7;Liên Thành;\
    Liên Thủy;Liên Trung;Liên Trường;Liên Trạch;Liên Vị;Liên Đầm;Liêng Srônh;Liêu Tú;Liêu Xá;Liễn Sơn;Liễu Giai;\
    Liễu Đô;Liễu Đề;Liệp Tuyết;Liệp Tè;Loan Mỹ;Long An 5;Long Anh;Long Biên 2;Long Bình 8;Long Bình Tân;\
    Long Bình Điền;Long Cang;Long Chánh;Long Châu 2;Long Chữ;Long Cốc;Long Giang 3;Long Giao;Long Hiệp 3;Long Hoa;\
    Long Hà;Long Hòa 8;Long Hưng 8;Long Hưng A;Long Hưng B;Long Hương;Long Hải 2;Long Hậu 2;Long Hẹ;Long Hồ 2;\
    Long Hữu;Long Hựu Tây;Long Hựu Đông;Long Khánh 4;Long Khánh A;Long Khánh B;Long Khê;Long Kiến;Long Mai;Long Môn;\
    Long Mỹ 5;Long Nguyên;Long Phú 6;Long Phước 7;Long Phụng;Long Sơn 9;Long Thuận 4;Long Thành 4;Long Thành Bắc;\
    Long Thành Nam;Long Thành Trung;Long Thượng;Long Thạnh 5;Long Thạnh Mỹ 2;Long Thắng;Long Thọ;Long Thới 3;\
    Long Thủy;Long Tiên;Long Toàn 2;Long Trung;Long Trì;Long Trường 2;Long Trạch;Long Trị;Long Trị A;Long Tuyền;\
    Long Tâm;Long Tân 4;Long Vĩnh 3;Long Xuyên 4;Long Xá;Long Điền 3;Long Điền A;Long Điền B;Long Điền Tây;\
    Long Điền Đông;Long Điền Đông A;Long Định 3;Long Đống;Long Đức 3;Luân Giới;Luận Khê;Luận Thành;Làng Chếu;\
    Làng Giàng;Làng Mô;Làng Nhì;Lào Cai 2;Lái Hiếu;Lái Thiêu;Láng Biển;Láng Dài;Láng Hạ;Láng Lớn;Láng Thượng;\
    Láng Tròn;Lát;Lâm;Lâm Bình;Lâm Ca;Lâm Giang;Lâm Hà;Lâm Hóa;Lâm Hải;Lâm Hợp;Lâm Kiết;Lâm Phú;Lâm San;Lâm Sơn 3;\
    Lâm Thao 3;Lâm Thượng;Lâm Thủy;Lâm Trung Thủy;Lâm Trạch;Lâm Tân;Lâm Động;Lâm Đớt;Lâu Thượng;Lãm Hà;Lãng Công;\
    Lãng Ngâm;Lãng Sơn;Lão Hộ;Lê Bình;Lê Chung;Lê Chánh;Lê Chân;Lê Hóa;Lê Hồ;Lê Hồng;Lê Hồng Phong 4;Lê Lai;\
    Lê Lợi 16;Lê Mao;Lê Minh Xuân;Lê Ninh;Lê Thanh;Lê Thanh Nghị;Lê Thiện;Lê Trì;Lê Đại Hành;Lìa;Lình Huỳnh;\
    Lóng Luông;Lóng Phiêng;Lóng Sập;Lô Giang;Lùng Cải;Lùng Khấu Nhin;Lùng Phình;Lùng Thàng;Lùng Thẩn;Lùng Tám;\
    Lùng Vai;Lý Bôn;Lý Học;Lý Nhân 2;Lý Nhơn;Lý Quốc;Lý Sơn;Lý Thành;Lý Thái Tổ;Lý Thường Kiệt 2;Lý Trạch;\
    Lý Văn Lâm;Lăng;Lăng Can;Lăng Cô;Lăng Hiếu;Lăng Thành;Lĩnh Nam;Lĩnh Sơn;Lĩnh Toại;Lũng Cao;Lũng Chinh;Lũng Cú;\
    Lũng Hòa;Lũng Hồ;Lũng Niêm;Lũng Nặm;Lũng Phìn;Lũng Pù;Lũng Thầu;Lũng Táo;Lơ Ku;Lơ Pang;Lưu Hoàng;Lưu Kiếm;\
    Lưu Kiền;Lưu Kỳ;Lưu Nghiệp Anh;Lưu Ngọc;Lưu Phương;Lưu Sơn;Lưu Vĩnh Sơn;Lương An Trà;Lương Bình;Lương Bằng 2;\
    Lương Can 2;Lương Hòa 3;Lương Hòa A;Lương Hòa Lạc;Lương Khánh Thiện;Lương Lỗ;Lương Mông;Lương Nghĩa;Lương Ngoại;\
    Lương Nha;Lương Ninh;Lương Năng;Lương Nội;Lương Phi;Lương Phong;Lương Phú 2;Lương Quới;Lương Sơn 8;\
    Lương Thiện 2;Lương Thông 2;Lương Thượng;Lương Thế Trân;Lương Thịnh;Lương Trung;Lương Tài 2;Lương Tâm;\
    Lương Điền;Lưỡng Minh;Lưỡng Vượng;Lạc An;Lạc Dương 2;Lạc Hòa;Lạc Hồng;Lạc Long;Lạc Lâm;Lạc Lương;Lạc Nông;\
    Lạc Quới;Lạc Sơn 2;Lạc Sỹ;Lạc Thịnh;Lạc Thủy;Lạc Tánh;Lạc Tấn;Lạc Viên;Lạc Vân;Lạc Vệ;Lạc Xuân;Lạc Đạo 2;\
    Lạch Tray;Lại Sơn;Lại Thượng;Lại Xuân;Lại Yên;Lạng Giang;Lạng Khê;Lạng Phong;Lạng Sơn 2;Lả Nhì Thàng;Lấp Vò 2;\
    Lập Lễ;Lập Thạch 2;Lắk;Lệ Chi;Lệ Mỹ;Lệ Ninh;Lệ Thủy;Lệ Viễn;Lệ Xá;Lịch Hội Thượng 2;Lỗ Sơn;Lộc An 6;Lộc Bình 3;\
    Lộc Bảo;Lộc Bắc;Lộc Bổn;Lộc Châu;Lộc Giang;Lộc Hiệp;Lộc Hà 2;Lộc Hòa 4;Lộc Hưng 2;Lộc Hạ;Lộc Khánh;Lộc Lâm;\
    Lộc Nam;Lộc Nga;Lộc Ngãi;Lộc Ninh 5;Lộc Phát;Lộc Phú 2;Lộc Quang;Lộc Quảng;Lộc Sơn 3;Lộc Thanh;Lộc Thiện;\
    Lộc Thuận 2;Lộc Thành 2;Lộc Thái;Lộc Thạnh;Lộc Thắng;Lộc Thịnh 2;Lộc Thọ;Lộc Thủy 2;Lộc Tiến 2;Lộc Trì;Lộc Tân;\
    Lộc Tấn;Lộc Vĩnh;Lộc Vượng;Lộc Yên 2;Lộc Điền 2;Lộc Đức;Lợi An;Lợi Bác;Lợi Bình Nhơn;Lợi Hải;Lợi Thuận;Lục Ba;\
    Lục Bình;Lục Dạ;Lục Hồn;Lục Nam;Lục Ngạn;Lục Sơn;Lục Sỹ Thành;Lục Yên;Lực Hành;M'Đrắk 2;Ma Ly Pho;Ma Lâm;Ma Nới;\
    Ma Quai;Ma Thì Hồ;Ma Đa Guôi 2;Mai Châu 2;Mai Dịch;Mai Hóa;Mai Hùng;Mai Hạ;Mai Hịch;Mai Long;Mai Lâm 2;Mai Lạp;\
    Mai Pha;Mai Phụ;Mai Sao;Mai Sơn 4;Mai Thủy;Mai Trung;Mai Đình 2;Mai Động 2;Mang Thít;Mang Yang;Mi Hòa;Minh An 2;\
    Minh Bảo;Minh Chuẩn;Minh Châu 4;Minh Côi;Minh Cường;Minh Cầm;Minh Diệu;Minh Dân;Minh Hiệp;Minh Hoàng;Minh Hòa 6;\
    Minh Hóa 2;Minh Hưng 2;Minh Hương;Minh Hạc;Minh Hải;Minh Hợp;Minh Khai 11;Minh Khôi;Minh Khương;Minh Long 3;\
    Minh Lãng;Minh Lương 3;Minh Lập 2;Minh Lộc;Minh Nghĩa;Minh Ngọc;Minh Nông;Minh Phú 3;Minh Phương;Minh Phượng;\
    Minh Quang 5;Minh Quán;Minh Quân;Minh Sơn 5;Minh Thanh;Minh Thuận 2;Minh Thành 3;Minh Thạnh;Minh Thắng;\
    Minh Tiến 6;Minh Trí;Minh Tâm 3;Minh Tân 17;Minh Xuân 2;Minh Đài;Minh Đạo;Minh Đức 9;Miền Đồi;Mong Thọ;\
    Mong Thọ A;Mong Thọ B;Muổi Nọi;Mà Cooi;Má Lé;Mái Dầm;Máy Chai;Máy Tơ;Mân Thái;Mã Ba;Mã Thành;Mã Đà;Mãn Đức;\
    Mão Điền;Mèo Vạc 2;Mê Linh 4;Mê Pu;Mò Ó;Móng Cái;Mô Rai;Môn Sơn;Mông Dương;Mông Hóa 2;Mông Sơn;Mông Ân 2;\
    Mù Căng Chải 2;Mù Cả;Mù Sang;Mùn Chung;Măng Buk;Măng Cành;Măng Ri;Măng Tố;Măng Đen;Mũi Né;Mương Chanh;Mương Mán;\
    Mường Bang;Mường Bo;Mường Bon;Mường Bám;Mường Báng;Mường Bú;Mường Bằng;Mường Cai;Mường Cang;Mường Chanh;\
    Mường Chiên;Mường Chiềng;Mường Chà 2;Mường Chùm;Mường Cơi;Mường Do;Mường Giàng;Mường Giôn;Mường Hoa;Mường Hoong;\
    Mường Hum;Mường Hung;Mường Khiêng;Mường Khoa 2;Mường Khong;Mường Khương 2;Mường Kim;Mường La;Mường Lai;\
    Mường Lang;Mường Lay;Mường Luân;Mường Lát 2;Mường Lèo;Mường Lói;Mường Lý;Mường Lạn 2;Mường Lầm;Mường Lống;\
    Mường Lựm;Mường Men;Mường Mìn;Mường Mít;Mường Mô;Mường Mùn;Mường Mươn;Mường Nhà;Mường Nhé 2;Mường Nọc;\
    Mường Phăng;Mường Pồn;Mường Sai;Mường Sang;Mường So;Mường Sại;Mường Than;Mường Thanh;Mường Thín;Mường Thải;\
    Mường Toong;Mường Trai;Mường Tè 4;Mường Típ;Mường Tùng;Mường Vi;Mường Và;Mường Xén;Mường É;Mường Đun;Mường Đăng;\
    Mường Ải;Mường Ảng 2;Mạn Lạn;Mạo Khê;Mẫu Sơn 2;Mậu A;Mậu Duệ;Mậu Long;Mậu Lâm;Mậu Đông;Mậu Đức;Mễ Sở;Mễ Trì;\
    Mỏ Chè;Mỏ Cày;Mỏ Cày Bắc;Mỏ Cày Nam;Mỏ Công;Mỏ Vàng;Mồ Dề;Mồ Sì San;Mộ Lao;Mộ Đạo;Mộ Đức 2;Mộc Bắc;Mộc Châu 3;\
    Mộc Hóa;Mộc Nam;Một Ngàn;Mỹ An 9;Mỹ An Hưng A;Mỹ An Hưng B;Mỹ Bình 4;Mỹ Bằng;Mỹ Chánh 3;Mỹ Chánh Tây;Mỹ Châu;\
    Mỹ Cát;Mỹ Cẩm;Mỹ Gia;Mỹ Hiệp 3;Mỹ Hiệp Sơn;Mỹ Hà 2;Mỹ Hào;Mỹ Hòa 7;Mỹ Hòa Hưng;Mỹ Hưng 5;Mỹ Hương 3;Mỹ Hạnh Bắc;\
    Mỹ Hạnh Nam;Mỹ Hạnh Trung;Mỹ Hạnh Đông;Mỹ Hải;Mỹ Hội 2;Mỹ Hội Đông;Mỹ Khánh 2;Mỹ Long 4;Mỹ Long Bắc;Mỹ Long Nam;\
    Mỹ Lung;Mỹ Luông;Mỹ Lâm 2;Mỹ Lý;Mỹ Lương 3;Mỹ Lạc;Mỹ Lệ;Mỹ Lộc 8;Mỹ Lợi;Mỹ Lợi A;Mỹ Lợi B;Mỹ Ngãi;Mỹ Nhơn;\
    Mỹ Phong 2;Mỹ Phú 3;Mỹ Phú Đông;Mỹ Phúc;Mỹ Phương;Mỹ Phước 6;Mỹ Phước Tây;Mỹ Quang;Mỹ Quý 2;Mỹ Quý Tây;\
    Mỹ Quý Đông;Mỹ Quới;Mỹ Sơn 2;Mỹ Thanh;Mỹ Tho;Mỹ Thuận 5;Mỹ Thành 5;Mỹ Thành Bắc;Mỹ Thành Nam;Mỹ Thái 2;\
    Mỹ Thạnh 5;Mỹ Thạnh An;Mỹ Thạnh Bắc;Mỹ Thạnh Trung;Mỹ Thạnh Tây;Mỹ Thạnh Đông;Mỹ Thắng 2;Mỹ Thịnh;Mỹ Thọ 3;\
    Mỹ Thới;Mỹ Thủy;Mỹ Tiến;Mỹ Trinh;Mỹ Trung 2;Mỹ Trà;Mỹ Trạch;Mỹ Tài;Mỹ Tân 4;Mỹ Tú 2;Mỹ Tịnh An;Mỹ Xuyên 3;\
    Mỹ Xuân;Mỹ Xá;Mỹ Xương;Mỹ Yên 2;Mỹ Đông 2;Mỹ Đồng;Mỹ Độ;Mỹ Đức 6;Mỹ Đức Tây;Mỹ Đức Đông;N'Thol Hạ;N.T Phong Hải;\
    Na Cô Sa;Na Dương;Na Hang 2;Na Hối;Na Khê;Na Lay;Na Loi;Na Mao;Na Mèo;Na Ngoi;Na Rì;Na Sang;Na Son;Na Sầm;\
    Na Tông;Na Ư;Nam Anh;Nam Ban;Nam Bình 3;Nam Cao 2;Nam Chính 3;Nam Cát;Nam Cát Tiên;Nam Cường 5;Nam Dong;Nam Du;\
    Nam Dương 3;Nam Giang 4;Nam Hoa;Nam Hà 3;Nam Hòa 2;Nam Hùng;Nam Hưng 4;Nam Hải 3;Nam Hồng 5;Nam Ka;Nam Khê;\
    Nam Kim;Nam Lý;Nam Lĩnh;Nam Lợi;Nam Mẫu;Nam Mỹ;Nam Nghĩa;Nam Ngạn;Nam Ninh;Nam Phong 4;Nam Phú;Nam Phúc Thăng;\
    Nam Phương Tiến;Nam Phước;Nam Quan;Nam Quang;Nam Sách 2;Nam Sơn 9;Nam Thanh 4;Nam Thành 2;Nam Thái 3;Nam Thái A;\
    Nam Thái Sơn;Nam Thượng;Nam Thắng 2;Nam Thịnh;Nam Tiến 4;Nam Toàn;Nam Triều;Nam Trung 2;Nam Trà My;Nam Trạch;\
    Nam Trực;Nam Tuấn;Nam Tân;Nam Từ Liêm;Nam Viêm;Nam Vân;Nam Xuân 3;Nam Yang;Nam Yên;Nam Điền 2;Nam Đà;Nam Đàn 2;\
    Nam Đông;Nam Định;Nam Đồng 2;Nam Động;Nga An;Nga Bạch;Nga Giáp;Nga Hoàng;Nga Hải;Nga Liên;Nga My 2;Nga Phú;\
    Nga Phượng;Nga Quán;Nga Sơn 2;Nga Thanh;Nga Thiện;Nga Thành;Nga Thái;Nga Thạch;Nga Thắng;Nga Thủy;Nga Tiến;\
    Nga Trung;Nga Trường;Nga Tân;Nga Văn;Nga Vịnh;Nga Yên;Nga Điền;Ngam La;Ngan Dừa;Nghi Công Bắc;Nghi Công Nam;\
    Nghi Diên;Nghi Hoa;Nghi Hòa;Nghi Hưng;Nghi Hương;Nghi Hải;Nghi Kim;Nghi Kiều;Nghi Liên;Nghi Long;Nghi Lâm;\
    Nghi Lộc;Nghi Mỹ;Nghi Phong;Nghi Phú;Nghi Phương;Nghi Quang;Nghi Sơn 2;Nghi Thiết;Nghi Thu;Nghi Thuận;Nghi Thái;\
    Nghi Thạch;Nghi Thịnh;Nghi Thủy;Nghi Tiến;Nghi Trung;Nghi Trường;Nghi Tân;Nghi Văn;Nghi Vạn;Nghi Xuân 2;Nghi Xá;\
    Nghi Yên;Nghi Ân;Nghi Đồng;Nghi Đức;Nghinh Tường;Nghiêm Xuyên;Nghiên Loan;Nghèn;Nghĩa An 6;Nghĩa Bình 4;\
    Nghĩa Chánh;Nghĩa Châu;Nghĩa Dân;Nghĩa Dõng;Nghĩa Dũng 2;Nghĩa Hiếu;Nghĩa Hiệp 2;Nghĩa Hoàn;Nghĩa Hà;\
    Nghĩa Hành 2;Nghĩa Hòa 3;Nghĩa Hùng;Nghĩa Hưng 5;Nghĩa Hương;Nghĩa Hải;Nghĩa Hồng 2;Nghĩa Hội;Nghĩa Hợp;\
    Nghĩa Khánh;Nghĩa Kỳ;Nghĩa Long;Nghĩa Lâm 3;Nghĩa Lạc 2;Nghĩa Lộ 4;Nghĩa Lộc;Nghĩa Lợi 3;Nghĩa Mai;Nghĩa Minh 2;\
    Nghĩa Mỹ 2;Nghĩa Ninh;Nghĩa Phong;Nghĩa Phú 4;Nghĩa Phúc 2;Nghĩa Phương 2;Nghĩa Sơn 4;Nghĩa Thuận 3;\
    Nghĩa Thành 4;Nghĩa Thái 2;Nghĩa Thương;Nghĩa Thắng 2;Nghĩa Thịnh 2;Nghĩa Thọ;Nghĩa Tiến;Nghĩa Trung 6;\
    Nghĩa Trụ;Nghĩa Tá;Nghĩa Tâm;Nghĩa Tân 3;Nghĩa Xuân;Nghĩa Xá;Nghĩa Yên;Nghĩa Điền;Nghĩa Đàn 2;Nghĩa Đô 2;\
    Nghĩa Đạo;Nghĩa Đồng 2;Nghĩa Đức 2;Nghị Đức;Ngok Réo;Ngok Tem;Ngok Wang;Nguyên Bình 3;Nguyên Giáp;Nguyên Hòa;\
    Nguyên Khê;Nguyên Lý;Nguyên Phúc;Nguyên Xá 2;Nguyễn An Ninh;Nguyễn Cư Trinh;Nguyễn Du 3;Nguyễn Huân;\
    Nguyễn Huệ 2;Nguyễn Nghiêm 2;Nguyễn Phích;Nguyễn Phúc;Nguyễn Thái Bình;Nguyễn Thái Học;Nguyễn Thị Minh Khai;\
    Nguyễn Trung Trực;Nguyễn Trãi 6;Nguyễn Việt Khái;Nguyễn Văn Cừ;Nguyễn Văn Thảnh;Nguyễn Úy;Nguyệt Hóa;\
    Nguyệt Đức 2;Nguyệt Ấn;Ngàm Đăng Vài;Ngân Sơn;Ngân Thủy;Ngã Bảy 2;Ngã Năm;Ngã Sáu;Ngã Tư Sở;Ngãi Giao;Ngãi Hùng;\
    Ngãi Tứ;Ngãi Xuyên;Ngãi Đăng;Ngòi A;Ngô Mây 4;Ngô Quyền 7;Ngô Xá;Ngô Đồng;Ngũ Chỉ Sơn;Ngũ Hiệp 2;Ngũ Hành Sơn;\
    Ngũ Hùng;Ngũ Kiên;Ngũ Lão 2;Ngũ Lạc;Ngũ Phúc 2;Ngũ Phụng;Ngũ Thái;Ngũ Đoan;Ngư Hóa;Ngư Lộc;Ngư Thủy;\
    Ngư Thủy Bắc;Ngọc Biên;Ngọc Chiến;Ngọc Chánh;Ngọc Châu 2;Ngọc Chúc;Ngọc Chấn;Ngọc Côn;Ngọc Hiển;Ngọc Hiệp;\
    Ngọc Hà 2;Ngọc Hòa 2;Ngọc Hồi 2;Ngọc Hội;Ngọc Khánh;Ngọc Khê;Ngọc Kỳ;Ngọc Linh 2;Ngọc Liên 2;Ngọc Liệp;\
    Ngọc Long 2;Ngọc Lâm 3;Ngọc Lâu;Ngọc Lây;Ngọc Lý;Ngọc Lĩnh;Ngọc Lũ;Ngọc Lương;Ngọc Lập;Ngọc Lặc 2;Ngọc Minh;\
    Ngọc Mỹ 3;Ngọc Phái;Ngọc Phụng;Ngọc Quan;Ngọc Sơn 10;Ngọc Thanh 2;Ngọc Thiện;Ngọc Thuận;Ngọc Thành;Ngọc Thụy;\
    Ngọc Trung;Ngọc Trạo 3;Ngọc Tảo;Ngọc Tố;Ngọc Vân;Ngọc Vừng;Ngọc Xuyên;Ngọc Xuân;Ngọc Xá;Ngọc Yêu;Ngọc Đào;\
    Ngọc Đông;Ngọc Đường;Ngọc Định;Ngọc Đồng;Ngọc Động 3;Ngọk Bay;Ngọk Tụ;Ngối Cáy;Ngổ Luông;Nha Bích;Nha Trang;\
    Nham Biền;Nhi Sơn;Nho Quan 2;Nhuận Phú Tân;Nhuận Trạch;Nhuận Đức;Nhuế Dương;Nhà Bàng;Nhà Bè 2;Nhà Mát;Nhân Bình;\
    Nhân Chính 2;Nhân Cơ;Nhân Huệ;Nhân Hòa 3;Nhân Khang;Nhân La;Nhân Lý 2;Nhân Mục;Nhân Mỹ 2;Nhân Nghĩa 3;\
    Nhân Quyền;Nhân Sơn;Nhân Thành;Nhân Thắng;Nhân Thịnh;Nhân Trạch;Nhân Đạo 2;Nhã Lộng;Nhã Nam;Nhôn Mai;Nhơn An;\
    Nhơn Bình 2;Nhơn Châu;Nhơn Hòa 3;Nhơn Hòa Lập;Nhơn Hưng 2;Nhơn Hạnh;Nhơn Hải 2;Nhơn Hậu;Nhơn Hội 2;Nhơn Khánh;\
    Nhơn Lý;Nhơn Lộc;Nhơn Mỹ 3;Nhơn Nghĩa;Nhơn Nghĩa A;Nhơn Ninh;Nhơn Phong;Nhơn Phú 2;Nhơn Phúc;Nhơn Sơn;\
    Nhơn Thành;Nhơn Thạnh;Nhơn Thạnh Trung;Nhơn Thọ;Nhơn Trạch;Nhơn Tân;Nhơn Ái;Nhơn Đức;Như Cố;Như Hòa;Như Quỳnh;\
    Như Thanh;Như Thụy;Như Xuân;Nhạc Kỳ;Nhạn Môn;Nhạo Sơn;Nhất Hòa;Nhất Tiến;Nhật Quang;Nhật Tiến;Nhật Tân 4;\
    Nhật Tựu;Nhị Bình 2;Nhị Châu;Nhị Hà;Nhị Khê;Nhị Long;Nhị Long Phú;Nhị Mỹ 2;Nhị Quý;Nhị Thành;Nhị Trường;Nhữ Hán;\
    Nhữ Khê;Nhựt Chánh;Nhựt Ninh;Ninh An 2;Ninh Bình 2;Ninh Cường;Ninh Diêm;Ninh Dân;Ninh Dương;Ninh Gia;\
    Ninh Giang 4;Ninh Hiệp 2;Ninh Hà;Ninh Hòa 3;Ninh Hưng;Ninh Hải 5;Ninh Khang 2;Ninh Khánh;Ninh Kiều;Ninh Lai;\
    Ninh Loan;Ninh Lộc;Ninh Mỹ;Ninh Nhất;Ninh Phong;Ninh Phú;Ninh Phúc;Ninh Phước 3;Ninh Phụng;Ninh Quang;Ninh Quới;\
    Ninh Quới A;Ninh Sim;Ninh Sơn 5;Ninh Sở;Ninh Thân;Ninh Thượng;Ninh Thạnh;Ninh Thạnh Lợi;Ninh Thạnh Lợi A;\
    Ninh Thắng;Ninh Thọ;Ninh Thới;Ninh Thủy;Ninh Tiến;Ninh Trung;Ninh Tân;Ninh Tây;Ninh Vân 2;Ninh Xuân 2;Ninh Xá 2;\
    Ninh Ích;Ninh Đa;Ninh Điền;Ninh Đông;Niêm Sơn;Niêm Tòng;Niệm Nghĩa;Nong U;Noong Bua;Noong Hẻo;Noong Lay;\
    Noong Luống;Noọng Hẹt;Nuông Dăm;Nà Bủng;Nà Chì;Nà Hẩu;Nà Hỳ;Nà Khoa;Nà Khương;Nà Mường;Nà Nghịu;Nà Nhạn;Nà Phòn;\
    Nà Phặc;Nà Pó;Nà Sáy;Nà Tòng;Nà Tăm;Nà Tấu;Nà Ơt;Nàn Ma;Nàn Sán;Nàn Xín;Nàn Xỉn;Nàng Mau;Nàng Đôn;Nánh Nghê;\
    Nâm N'Jang;Nâm N'Đir;Nâm Nung;Nông Cống 2;Nông Hạ;Nông Sơn;Nông Thượng;Nông Tiến;Nông Trang;Nông Trường;\
    Nông Trường Việt Lâm;Nùng Nàng;Núa Ngam;Núi Sam;Núi Sập;Núi Thành 2;Núi Tô;Núi Tượng;Núi Voi;Núi Đèo;Núi Đối;\
    Năm Căn 2;Năng Khả;Năng Tĩnh;Nưa;Nước Hai;Nại Hiên Đông;Nấm Dẩn;Nấm Lư;Nậm Ban 2;Nậm Búng;Nậm Cha;Nậm Chua;\
    Nậm Chà;Nậm Chạc;Nậm Chảy;Nậm Chầy;Nậm Cuổi;Nậm Càn;Nậm Có;Nậm Cần;Nậm Cắn;Nậm Dịch;Nậm Giôn;Nậm Giải;Nậm Hàng;\
    Nậm Hăn;Nậm Khao;Nậm Khánh;Nậm Khòa;Nậm Khăn;Nậm Khắt;Nậm Kè;Nậm Lành;Nậm Lúc;Nậm Lạnh;Nậm Lầu;Nậm Manh;Nậm Mòn;\
    Nậm Mười;Nậm Mạ;Nậm Mả;Nậm Mằn;Nậm Nhoóng;Nậm Nhùn 2;Nậm Nhừ;Nậm Nèn;Nậm Pung;Nậm Pì;Nậm Păm;Nậm Pồ;Nậm Rạng;\
    Nậm Sỏ;Nậm Tha;Nậm Tin;Nậm Ty;Nậm Tăm;Nậm Tỵ;Nậm Vì;Nậm Xe;Nậm Xây;Nậm Xé;Nậm Ét;Nậm Đét;Nặm Lịch;Nếnh;Nội Duệ;\
    Nội Hoàng;Nội Thôn;P Rao;Pa Cheo;Pa Ham;Pa Khóa;Pa Thơm;Pa Tần 2;Pa Vây Sử;Pa Vệ Sử;Pa Ủ;Pha Long;Pha Mu;Phan;\
    Phan Bội Châu;Phan Chu Trinh;Phan Dũng;Phan Hiệp;Phan Hòa;Phan Lâm;Phan Rang-Tháp Chàm;Phan Rí Cửa;\
    Phan Rí Thành;Phan Si Păng;Phan Sào Nam;Phan Sơn;Phan Thanh 4;Phan Thiết 2;Phan Tiến;Phan Điền;\
    Phan Đình Phùng 3;Phi Hải;Phi Liêng;Phi Thông;Phi Tô;Phiêng Ban;Phiêng Côn;Phiêng Cằm;Phiêng Khoài;\
    Phiêng Luông 2;Phiêng Pằn;Phong An;Phong Bình 2;Phong Châu 4;Phong Chương;Phong Cốc;Phong Dụ;Phong Dụ Hạ;\
    Phong Dụ Thượng;Phong Hiền;Phong Hòa 2;Phong Hóa;Phong Hải 2;Phong Khê;Phong Lạc;Phong Lộc;Phong Minh;\
    Phong Mỹ 2;Phong Nha;Phong Niên;Phong Nẫm 3;Phong Nậm;Phong Phú 4;Phong Quang;Phong Sơn 2;Phong Thu;\
    Phong Thạnh 2;Phong Thạnh A;Phong Thạnh Tây;Phong Thạnh Tây A;Phong Thạnh Tây B;Phong Thạnh Đông;Phong Thịnh;\
    Phong Thổ 2;Phong Thủy;Phong Tân;Phong Vân 2;Phong Xuân;Phong Điền 5;Phong Đông;Phu Luông;Phà Đánh;Pháo Đài;\
    Phát Diệm;Phì Nhừ;Phì Điền;Phìn Hồ 2;Phìn Ngan;Phình Giàng;Phình Hồ;Phình Sáng;Phó Bảng;Phù Chẩn;Phù Cát;Phù Cừ;\
    Phù Hóa;Phù Khê;Phù Linh;Phù Liễn;Phù Long;Phù Lãng;Phù Lưu 3;Phù Lưu Tế;Phù Lương;Phù Lỗ;Phù Mỹ 2;Phù Nham;\
    Phù Ninh 3;Phù Vân;Phù Yên 2;Phù Đổng 2;Phù Ủng;Phùng;Phùng Chí Kiên 2;Phùng Giáo;Phùng Hưng;Phùng Minh;\
    Phùng Nguyên;Phùng Xá 2;Phú An 6;Phú An Hòa;Phú Bài;Phú Bình 5;Phú Chánh;Phú Châu 2;Phú Cát;Phú Cường 9;\
    Phú Cần 2;Phú Diên;Phú Diễn;Phú Dương;Phú Gia 2;Phú Giáo;Phú Hiệp 2;Phú Hài;Phú Hòa 7;Phú Hòa Đông;Phú Hưng 3;\
    Phú Hải 2;Phú Hậu;Phú Hồ;Phú Hộ;Phú Hội 4;Phú Hữu 6;Phú Hựu;Phú Khánh 2;Phú Khê;Phú Khương;Phú Kim;Phú Kiết;\
    Phú La;Phú Lai;Phú Linh;Phú Long 5;Phú Lâm 6;Phú Lãm;Phú Lý;Phú Lũng;Phú Lương 6;Phú Lạc 3;Phú Lập;Phú Lễ;\
    Phú Lệ;Phú Lộc 11;Phú Lợi 4;Phú Minh 3;Phú Mãn;Phú Mậu;Phú Mỡ;Phú Mỹ 12;Phú Mỹ Hưng;Phú Nam;Phú Nam An;\
    Phú Nghiêm;Phú Nghĩa 3;Phú Ngãi Trị;Phú Ngọc;Phú Nham;Phú Nhuận 7;Phú Ninh 2;Phú Phong 3;Phú Phúc;Phú Phương;\
    Phú Phụng;Phú Quí;Phú Quý;Phú Quốc;Phú Quới;Phú Riềng 2;Phú Sơn 12;Phú Thanh 3;Phú Thiện 2;Phú Thuận 5;\
    Phú Thuận A;Phú Thuận B;Phú Thành 4;Phú Thành A;Phú Thành B;Phú Thái;Phú Thượng 3;Phú Thạnh 5;Phú Thị;\
    Phú Thịnh 9;Phú Thọ 4;Phú Thọ Hòa;Phú Thủy 2;Phú Thứ 3;Phú Tiến;Phú Trinh;Phú Trung 3;Phú Tài;Phú Tâm;Phú Tân 9;\
    Phú Túc 4;Phú Vang 2;Phú Vinh 3;Phú Văn;Phú Vĩnh;Phú Xuyên 3;Phú Xuân 9;Phú Xá 2;Phú Yên;Phú Đa 2;Phú Điền 3;\
    Phú Đình;Phú Đô 2;Phú Đông 4;Phú Định;Phú Đức 4;Phúc An;Phúc Chu;Phúc Diễn;Phúc Hà;Phúc Hòa 2;Phúc Khoa;\
    Phúc Khánh 3;Phúc La;Phúc Lai;Phúc Lâm;Phúc Lương;Phúc Lộc;Phúc Lợi 2;Phúc Ninh 2;Phúc Sen;Phúc Sơn 5;Phúc Than;\
    Phúc Thuận;Phúc Thành 3;Phúc Thành A;Phúc Thắng 2;Phúc Thịnh 2;Phúc Thọ 4;Phúc Tiến 2;Phúc Trìu;Phúc Trạch 2;\
    Phúc Tân 2;Phúc Xuân;Phúc Xá;Phúc Yên 2;Phúc Đồng 2;Phúc Ứng;Phăng Sô Lin;Phương Bình;Phương Canh;Phương Chiểu;\
    Phương Công;Phương Giao;Phương Hải;Phương Khoan;Phương Liên;Phương Liễu;Phương Liệt;Phương Lâm;Phương Mai;\
    Phương Nam;Phương Phú;Phương Sài;Phương Sơn 2;Phương Thiện;Phương Thạnh;Phương Thịnh;Phương Tiến;Phương Trung;\
    Phương Trà;Phương Tú;Phương Viên 2;Phương Đình;Phương Đông;Phương Định;Phương Độ;Phước An 4;Phước Bình 6;\
    Phước Bửu;Phước Chiến;Phước Chánh;Phước Chính;Phước Chỉ;Phước Cát;Phước Công;Phước Dinh;Phước Diêm;Phước Dân;\
    Phước Gia;Phước Hiệp 5;Phước Hà;Phước Hòa 7;Phước Hưng 5;Phước Hải 3;Phước Hảo;Phước Hậu 3;Phước Hội 2;\
    Phước Hữu;Phước Kháng;Phước Khánh;Phước Kim;Phước Kiển;Phước Long 6;Phước Long A 2;Phước Long B 2;\
    Phước Long Thọ;Phước Lâm;Phước Lý;Phước Lại;Phước Lập;Phước Lộc 5;Phước Lợi;Phước Minh 3;Phước Mỹ 4;\
    Phước Mỹ Trung;Phước Nam;Phước Nghĩa;Phước Nguyên;Phước Ngãi;Phước Ninh 4;Phước Năng;Phước Quang;Phước Sang;\
    Phước Sơn 4;Phước Thiền;Phước Thiện;Phước Thuận 3;Phước Thành 3;Phước Thái 2;Phước Thạnh 4;Phước Thắng 2;\
    Phước Thể;Phước Thới;Phước Tiến 2;Phước Trung 3;Phước Trà;Phước Trạch;Phước Tuy;Phước Tân 6;Phước Tân Hưng;\
    Phước Tín;Phước Tỉnh;Phước Vinh 2;Phước Vân;Phước Vĩnh 2;Phước Vĩnh An;Phước Vĩnh Tây;Phước Vĩnh Đông;\
    Phước Xuân;Phước Đông 2;Phước Đại;Phước Đồng;Phước Đức;Phường Đúc;Phượng Cách;Phượng Dực;Phượng Kỳ;Phượng Lâu;\
    Phượng Mao;Phượng Nghi;Phượng Sơn;Phượng Tiến;Phượng Vĩ;Phạm Kha;Phạm Ngũ Lão 3;Phạm Thái;Phạm Trấn;\
    Phạm Văn Cội;Phạm Văn Hai;Phạm Đình Hổ;Phả Lại;Phả Lễ;Phấn Mễ;Phật Tích;Phố Châu;Phố Cáo;Phố Cò;Phố Huế;Phố Lu;\
    Phố Là;Phố Mới;Phố Ràng;Phồn Xương;Phổ An;Phổ Châu;Phổ Cường;Phổ Hòa;Phổ Khánh;Phổ Minh;Phổ Nhơn;Phổ Ninh;\
    Phổ Phong;Phổ Quang;Phổ Thuận;Phổ Thạnh;Phổ Vinh;Phổ Văn;Phổ Yên;Phổng Lái;Phổng Lăng;Phổng Lập;Phục Linh;\
    Phục Lễ;Phụng Châu;Phụng Công;Phụng Hiệp 2;Phụng Thượng;Phủ Hà;Phủ Lý 2;Phủ Thông;Pi Toong;Plei Kần;Pleiku;\
    Pom Hán;Pom Lót;Pró;Pu Sam Cáp;Pà Cò;Pà Vầy Sủ;Pá Hu;Pá Khoang;Pá Lau;Pá Lông;Pá Ma Pha Khinh;Pá Mỳ;Pác Miầu;\
    Pác Nặm;Pô Kô;Pù Nhi;Pú Hồng;Pú Nhi;Pú Nhung;Pú Pẩu;Pú Trạng;Pú Xi;Pú Đao;Púng Bánh;Púng Luông;Púng Tra;\
    Pơng Drang;Pả Vi;Pải Lủng;Pắc Ngà;Pắc Ta;Pố Lồ;Pờ Ly Ngài;Pờ Tó;Pờ Ê;Quan Hoa;Quan Hóa;Quan Hồ Thẩn;Quan Lạn;\
    Quan Sơn 2;Quang Bình 2;Quang Chiểu;Quang Châu;Quang Diệm;Quang Hanh;Quang Huy;Quang Hán 2;Quang Húc;\
    Quang Hưng 2;Quang Khải;Quang Kim;Quang Long;Quang Lãng;Quang Lịch;Quang Lộc 2;Quang Minh 8;Quang Phong 3;\
    Quang Phú;Quang Phục 2;Quang Sơn 4;Quang Thiện;Quang Thuận;Quang Thành 3;Quang Thịnh;Quang Thọ;Quang Tiến 4;\
    Quang Trung 26;Quang Trọng;Quang Vinh 5;Quang Vĩnh;Quang Yên;Qui Hướng;Quy Kỳ;Quy Mông;Quy Nhơn;Quy Đạt;Quy Đức;\
    Quyết Chiến;Quyết Thắng 9;Quyết Tiến 3;Quyết Tâm;Quài Cang;Quài Nưa;Quài Tở;Quách Phẩm;Quách Phẩm Bắc;Quán Bàu;\
    Quán Hành;Quán Hàu;Quán Lào;Quán Thánh;Quán Toan;Quán Triều;Quán Trữ;Quân Chu 2;Quân Hà;Quê Mỹ Thạnh;Quí Quân;\
    Quý Hòa 2;Quý Lộc;Quý Quân;Quý Sơn;Quơn Long;Quản Bạ 2;Quảng An 3;Quảng Bình;Quảng Bạch;Quảng Bị;Quảng Chu;\
    Quảng Châu 3;Quảng Chính 2;Quảng Cát;Quảng Công;Quảng Cư;Quảng Giao;Quảng Hiệp;Quảng Hà;Quảng Hòa 4;Quảng Hùng;\
    Quảng Hưng 3;Quảng Hải 2;Quảng Hợp 2;Quảng Khê 3;Quảng Kim;Quảng La 2;Quảng Long 3;Quảng Lâm 3;Quảng Lãng;\
    Quảng Lưu 2;Quảng Lạc 2;Quảng Lập;Quảng Lộc 2;Quảng Lợi;Quảng Minh 4;Quảng Nghiệp;Quảng Nghĩa;Quảng Nguyên;\
    Quảng Ngãi 2;Quảng Ngạn;Quảng Ngần;Quảng Ngọc;Quảng Nham;Quảng Nhâm;Quảng Nhân;Quảng Ninh 2;Quảng Phong 2;\
    Quảng Phú 8;Quảng Phú Cầu;Quảng Phúc 2;Quảng Phương;Quảng Phước;Quảng Sơn 4;Quảng Thanh 2;Quảng Thuận;\
    Quảng Thành 5;Quảng Thái 2;Quảng Thạch 2;Quảng Thắng;Quảng Thịnh 2;Quảng Thọ 3;Quảng Thủy;Quảng Tiên;\
    Quảng Tiến 4;Quảng Trung 2;Quảng Trường;Quảng Trạch 2;Quảng Trị 2;Quảng Trực;Quảng Tâm 2;Quảng Tân 3;Quảng Tín;\
    Quảng Tùng;Quảng Uyên;Quảng Vinh 2;Quảng Văn 2;Quảng Xuân;Quảng Xương;Quảng Yên 4;Quảng Điền 2;Quảng Đông 2;\
    Quảng Đại;Quảng Định;Quảng Đức 2;Quất Lâm;Quất Lưu;Quất Động;Quế;Quế An;Quế Châu;Quế Hiệp;Quế Long;Quế Lâm;\
    Quế Lưu;Quế Lộc;Quế Minh;Quế Mỹ;Quế Nham;Quế Phong 2;Quế Phú;Quế Sơn;Quế Thuận;Quế Thọ;Quế Trung;Quế Tân;Quế Võ;\
    Quốc Khánh;Quốc Oai 3;Quốc Thái;Quốc Toản 2;Quốc Tuấn 4;Quốc Tử Giám;Quốc Việt;Quới An;Quới Thiện;Quới Thành;\
    Quới Điền;Quỳ Châu;Quỳ Hợp 2;Quỳnh Bá;Quỳnh Bảng;Quỳnh Bảo;Quỳnh Châu;Quỳnh Côi;Quỳnh Diễn;Quỳnh Dị;Quỳnh Giang;\
    Quỳnh Giao;Quỳnh Hoa 2;Quỳnh Hoàng;Quỳnh Hưng 2;Quỳnh Hải;Quỳnh Hậu;Quỳnh Hồng 2;Quỳnh Hội;Quỳnh Khê;Quỳnh Liên;\
    Quỳnh Long;Quỳnh Lâm 3;Quỳnh Lôi;Quỳnh Lưu 2;Quỳnh Lương;Quỳnh Lập;Quỳnh Lộc;Quỳnh Mai;Quỳnh Minh 2;Quỳnh Mỹ 2;\
    Quỳnh Nghĩa;Quỳnh Nguyên;Quỳnh Ngọc 2;Quỳnh Nhai;Quỳnh Phú;Quỳnh Phương;Quỳnh Phụ;Quỳnh Sơn;Quỳnh Tam;\
    Quỳnh Thanh;Quỳnh Thiện;Quỳnh Thuận;Quỳnh Thạch;Quỳnh Thắng;Quỳnh Thọ 2;Quỳnh Trang 2;Quỳnh Tân;Quỳnh Vinh;\
    Quỳnh Văn;Quỳnh Xuân;Quỳnh Xá;Quỳnh Yên;Quỳnh Đôi;Quỹ Nhất;Qưới Sơn;Rô Men;Rơ Kơi;Rạch Chèo;Rạch Dừa;Rạch Giá;\
    Rạch Gòi;Rạch Gốc;Rạch Sỏi;Rạng Đông 2;Rừng Thông;Sró;Sa Bình;Sa Loong;Sa Lông;Sa Nghĩa;Sa Nhơn;Sa Pa 2;Sa Pả;\
    Sa Rài;Sa Sơn;Sa Thầy 2;Sa Đéc;Sam Kha;Sam Mứn;San Thàng;Sao Vàng;Sao Đỏ;Sen Phương;Sen Thượng;Sen Thủy;\
    Si Ma Cai 2;Si Pa Phìn;Sin Suối Hồ;Sinh Long;Sinh Tồn;Song An 2;Song Bình;Song Giang;Song Hồ;Song Khê;Song Khủa;\
    Song Liễu;Song Lãng;Song Lộc;Song Mai 2;Song Pe;Song Phú;Song Phương;Song Phượng;Song Phụng;Song Thuận;\
    Song Tử Tây;Song Vân;Suối Bau;Suối Bu;Suối Bàng;Suối Bạc;Suối Cao;Suối Cát 2;Suối Dây;Suối Giàng;Suối Hiệp;\
    Suối Hoa 2;Suối Kiết;Suối Nghệ;Suối Ngô;Suối Nho;Suối Quyền;Suối Rao;Suối Tiên;Suối Trai;Suối Tre;Suối Tân;\
    Suối Tọ;Suối Đá;Sà Dề Phìn;Sài Sơn;Sài Đồng;Sàn Viên;Sàng Ma Sáo;Sào Báy;Sán Chải;Sán Xả Hồ;Sáng Nhè;Sì Lở Lầu;\
    Sìn Hồ 2;Sín Chéng;Sín Thầu;Sính Lủng;Sính Phình;Sóc Hà;Sóc Sơn 3;Sóc Trăng;Sóc Đăng;Sông Bình;Sông Bằng;\
    Sông Bờ;Sông Công;Sông Cầu 4;Sông Hinh 2;Sông Hiến;Sông Khoai;Sông Kôn;Sông Lô 2;Sông Lũy;Sông Mã 2;Sông Nhạn;\
    Sông Phan;Sông Ray;Sông Thao;Sông Trà;Sông Trầu;Sông Vệ;Sông Xoài;Sông Đà;Sông Đốc;Sùng Nhơn;Sùng Phài;Sùng Đô;\
    Săm Khóe;Sĩ Bình;Sơ Pai;Sơn A;Sơn Ba;Sơn Bao;Sơn Bua;Sơn Bình 5;Sơn Bằng;Sơn Cao;Sơn Châu;Sơn Công;Sơn Cương;\
    Sơn Cẩm;Sơn Dung;Sơn Dương 4;Sơn Giang 4;Sơn Hiệp;Sơn Hà 8;Sơn Hàm;Sơn Hòa 2;Sơn Hóa;Sơn Hùng;Sơn Hạ;Sơn Hải 5;\
    Sơn Hồng;Sơn Hội;Sơn Kiên;Sơn Kỳ 2;Sơn La;Sơn Lai;Sơn Lang;Sơn Linh;Sơn Liên;Sơn Long 3;Sơn Lâm 2;Sơn Lôi;\
    Sơn Lĩnh;Sơn Lư;Sơn Lương;Sơn Lập 2;Sơn Lễ;Sơn Lộ;Sơn Lộc 3;Sơn Màu;Sơn Mùa;Sơn Mỹ;Sơn Nam;Sơn Nguyên;Sơn Nham;\
    Sơn Ninh;Sơn Phong;Sơn Phú 4;Sơn Phước;Sơn Thành 4;Sơn Thành Tây;Sơn Thành Đông;Sơn Thái;Sơn Thượng;Sơn Thịnh;\
    Sơn Thủy 7;Sơn Tinh;Sơn Tiến;Sơn Trung 3;Sơn Trà 3;Sơn Trường;Sơn Tân 2;Sơn Tây 3;Sơn Tình;Sơn Tịnh;Sơn Vi;\
    Sơn Viên;Sơn Vĩ;Sơn Xuân;Sơn Điền;Sơn Điện;Sơn Đà;Sơn Đông 3;Sơn Định 2;Sơn Đồng;Sơn Động;Sảng Mộc;Sảng Tủng;\
    Sầm Sơn;Sập Vạt;Sập Xa;Sịa;Sốp Cộp 2;Sở Dầu;Sủng Là;Sủng Máng;Sủng Thài;Sủng Trà;Sủng Trái;Sủng Tráng;Ta Ma;\
    Tam An 2;Tam Anh Bắc;Tam Anh Nam;Tam Bình 5;Tam Bố;Tam Chung;Tam Cường;Tam Dân;Tam Dương;Tam Dị;Tam Gia;\
    Tam Giang 4;Tam Giang Tây;Tam Giang Đông;Tam Hiệp 7;Tam Hòa 2;Tam Hưng 2;Tam Hải;Tam Hồng;Tam Hợp 3;Tam Kim;\
    Tam Kỳ 2;Tam Lãnh;Tam Lư;Tam Lập;Tam Lộc;Tam Mỹ Tây;Tam Mỹ Đông;Tam Nghĩa;Tam Ngãi;Tam Ngọc;Tam Nông 2;\
    Tam Phú 3;Tam Phúc;Tam Phước 4;Tam Quan 2;Tam Quan Bắc;Tam Quan Nam;Tam Quang 3;Tam Sơn 6;Tam Thanh 6;Tam Thuấn;\
    Tam Thuận;Tam Thành;Tam Thái 2;Tam Thôn Hiệp;Tam Thăng;Tam Thạnh;Tam Tiến 2;Tam Trà;Tam Vinh;Tam Văn;Tam Xuân I;\
    Tam Xuân II;Tam Đa 4;Tam Điệp;Tam Đàn;Tam Đình;Tam Đường 2;Tam Đại;Tam Đảo 2;Tam Đồng;Tham Đôn;Than Uyên 2;\
    Thanh;Thanh An 8;Thanh Ba 2;Thanh Bình 15;Thanh Bình Thịnh;Thanh Cao 2;Thanh Chi;Thanh Châu;Thanh Chăn;\
    Thanh Chương 2;Thanh Cường;Thanh Dương;Thanh Giang 2;Thanh Hà 6;Thanh Hòa 4;Thanh Hóa 2;Thanh Hưng;\
    Thanh Hương 2;Thanh Hải 5;Thanh Hối;Thanh Hồng;Thanh Khai;Thanh Khê 3;Thanh Khê Tây;Thanh Khê Đông;Thanh Khương;\
    Thanh Kỳ;Thanh Lang;Thanh Liêm;Thanh Liên;Thanh Liệt;Thanh Long 5;Thanh Luông;Thanh Luận;Thanh Lâm 5;Thanh Lân;\
    Thanh Lãng;Thanh Lòa;Thanh Lĩnh;Thanh Lương 5;Thanh Lạc;Thanh Lộc;Thanh Mai 3;Thanh Minh 2;Thanh Miếu;\
    Thanh Miện 2;Thanh Mỹ 4;Thanh Nghị;Thanh Nguyên;Thanh Ngọc;Thanh Nho;Thanh Nhàn;Thanh Nhật;Thanh Ninh;Thanh Nưa;\
    Thanh Oai;Thanh Phong 3;Thanh Phú 2;Thanh Phú Long;Thanh Phước;Thanh Quang 2;Thanh Quân;Thanh Sơn 16;Thanh Thùy;\
    Thanh Thạch;Thanh Thịnh 2;Thanh Thủy 8;Thanh Tiên;Thanh Trì 2;Thanh Trù;Thanh Trường;Thanh Trạch;Thanh Tuyền 2;\
    Thanh Tâm;Thanh Tân 4;Thanh Tùng 3;Thanh Tương;Thanh Uyên;Thanh Vinh;Thanh Vân 3;Thanh Văn;Thanh Vĩnh Đông;\
    Thanh Vận;Thanh Xuân 5;Thanh Xuân Bắc;Thanh Xuân Nam;Thanh Xuân Trung;Thanh Xá;Thanh Xương;Thanh Yên 2;Thanh Đa;\
    Thanh Điền;Thanh Đình;Thanh Định;Thanh Đồng;Thanh Đức 3;Thi Sơn;Thiên Cầm;Thiên Hương;Thiên Lộc;Thiên Phủ;\
    Thiên Tôn;Thiết Kế;Thiết Ống;Thiện An;Thiện Hòa;Thiện Hưng;Thiện Kế 2;Thiện Long;Thiện Mỹ 2;Thiện Nghiệp;\
    Thiện Phiến;Thiện Thuật;Thiện Trung;Thiện Trí;Thiện Tân 2;Thiệu Chính;Thiệu Công;Thiệu Duy;Thiệu Dương;\
    Thiệu Giang;Thiệu Giao;Thiệu Hòa;Thiệu Hóa 2;Thiệu Hợp;Thiệu Khánh;Thiệu Long;Thiệu Lý;Thiệu Nguyên;Thiệu Ngọc;\
    Thiệu Phú;Thiệu Phúc;Thiệu Quang;Thiệu Thành;Thiệu Thịnh;Thiệu Tiến;Thiệu Toán;Thiệu Trung;Thiệu Viên;Thiệu Vân;
    """
}
