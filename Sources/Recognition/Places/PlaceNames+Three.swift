extension PlaceNames {
  /// The third third, in the order of their code points.
  static let thirdThird = """
    Thiệu Vũ;Thiệu Vận;Thoại Giang;Thoại Sơn;Thu Cúc;Thu Lũm;Thu Ngạc;Thu Phong;Thu Thủy;Thu Tà;Thung Nai;\
    Thuần Hưng;Thuần Lộc;Thuần Mang;Thuần Mỹ;Thuần Thiện;Thuần Thành;Thuận;Thuận An 6;Thuận Bình;Thuận Bắc;\
    Thuận Châu 2;Thuận Giao;Thuận Hà;Thuận Hòa 7;Thuận Hóa;Thuận Hưng 3;Thuận Hạnh;Thuận Lộc 2;Thuận Lợi;\
    Thuận Minh 2;Thuận Mỹ;Thuận Nam 2;Thuận Nghĩa Hòa;Thuận Phú;Thuận Phước;Thuận Quí;Thuận Sơn;Thuận Thiên;\
    Thuận Thành 3;Thuận Thới;Thuận Yên;Thuận Điền;Thuận Đức;Thài Phìn Tủng;Thàng Tín;Thành An 3;Thành Công 7;\
    Thành Hòa;Thành Hưng;Thành Hải;Thành Long 3;Thành Lâm;Thành Lộc;Thành Lợi 2;Thành Minh;Thành Mỹ;Thành Nhất;\
    Thành Phước;Thành Sơn 5;Thành Thọ;Thành Thới A;Thành Thới B;Thành Tiến;Thành Triệu;Thành Trung;Thành Trực;\
    Thành Tâm 2;Thành Tân;Thành Tô;Thành Vinh;Thành Yên;Thào Chư Phìn;Thác Bà;Thác Mơ;Thái An;Thái Bình 6;\
    Thái Bình Trung;Thái Bảo;Thái Cường;Thái Dương;Thái Giang;Thái Hòa 7;Thái Hưng 2;Thái Học 3;Thái Long;Thái Mỹ;\
    Thái Nguyên 2;Thái Niên;Thái Phúc;Thái Phương;Thái Sơn 5;Thái Thượng;Thái Thịnh 2;Thái Thọ;Thái Thụy;Thái Thủy;\
    Thái Trị;Thái Tân;Thái Xuyên;Thái Đào;Thái Đô;Tháp Mười;Thân Cửu Nghĩa;Thân Thuộc;Thèn Chu Phìn;Thèn Phàng;\
    Thèn Sin;Thôm Mòn;Thông Bình;Thông Hòa;Thông Nguyên;Thông Nông 2;Thông Thụ;Thúc Kháng;Thúy Sơn;Thăng Bình 2;\
    Thăng Hưng;Thăng Long 3;Thăng Phước;Thăng Thọ;Thư Phú;Thường Lạc;Thường Nga;Thường Thạnh;Thường Thắng;\
    Thường Thới Hậu A;Thường Thới Tiền;Thường Tân;Thường Tín 2;Thường Xuân 2;Thượng Bình;Thượng Bằng La;Thượng Cát;\
    Thượng Cường;Thượng Cốc 2;Thượng Cửu;Thượng Giáo;Thượng Giáp;Thượng Hiền;Thượng Hà 2;Thượng Hòa;Thượng Hóa;\
    Thượng Kiệm;Thượng Lan;Thượng Long 2;Thượng Lâm 2;Thượng Lý;Thượng Lộ;Thượng Lộc;Thượng Mỗ;Thượng Nhật;\
    Thượng Ninh;Thượng Nung;Thượng Nông;Thượng Phùng;Thượng Quan;Thượng Quảng;Thượng Quận;Thượng Sơn 2;Thượng Thanh;\
    Thượng Thôn;Thượng Trưng;Thượng Trạch;Thượng Tân;Thượng Tân Lộc;Thượng Vũ;Thượng Vực;Thượng Yên Công;Thượng Ân;\
    Thượng Đình 2;Thượng Ấm;Thạc Gián;Thạch An;Thạch Bàn;Thạch Bình 3;Thạch Châu;Thạch Cẩm;Thạch Giám;Thạch Hà 2;\
    Thạch Hòa;Thạch Hóa;Thạch Hưng;Thạch Hạ;Thạch Hải;Thạch Hội;Thạch Khoán;Thạch Khê;Thạch Khôi;Thạch Kim;\
    Thạch Kiệt;Thạch Kênh;Thạch Linh;Thạch Liên;Thạch Long 2;Thạch Lâm 2;Thạch Lương;Thạch Lạc;Thạch Lập;Thạch Lỗi;\
    Thạch Mỹ;Thạch Ngàn;Thạch Ngọc;Thạch Quý;Thạch Quảng;Thạch Sơn 4;Thạch Thang;Thạch Thành;Thạch Thán;Thạch Thất;\
    Thạch Thắng;Thạch Trung;Thạch Trị;Thạch Tượng;Thạch Văn;Thạch Xuân;Thạch Xá;Thạch Yên;Thạch Đà;Thạch Đài;\
    Thạch Đạn;Thạch Định;Thạch Đồng 2;Thạnh An 3;Thạnh Bình 2;Thạnh Bắc;Thạnh Hòa 5;Thạnh Hòa Sơn;Thạnh Hóa 2;\
    Thạnh Hưng 3;Thạnh Hải;Thạnh Hội;Thạnh Lộc 5;Thạnh Lợi 3;Thạnh Mỹ 4;Thạnh Mỹ Lợi;Thạnh Mỹ Tây;Thạnh Ngãi;\
    Thạnh Nhựt;Thạnh Phong;Thạnh Phú 9;Thạnh Phú Đông;Thạnh Phước 4;Thạnh Quới 2;Thạnh Qưới;Thạnh Thắng;\
    Thạnh Thới An;Thạnh Thới Thuận;Thạnh Tiến;Thạnh Trị 6;Thạnh Tân 3;Thạnh Tây;Thạnh Xuân 2;Thạnh Yên;Thạnh Yên A;\
    Thạnh Đông 2;Thạnh Đông A;Thạnh Đông B;Thạnh Đức 2;Thải Giàng Phố;Thảo Điền;Thất Hùng;Thất Khê;Thần Xa;\
    Thẩm Dương;Thắng;Thắng Hải;Thắng Lợi 8;Thắng Mố;Thắng Nhì;Thắng Nhất;Thắng Sơn;Thắng Tam;Thắng Thủy;Thể Dục;\
    Thị Cầu;Thị Hoa;Thị Nại;Thịnh Hưng;Thịnh Lang;Thịnh Liệt;Thịnh Long;Thịnh Lộc;Thịnh Minh;Thịnh Quang;Thịnh Sơn;\
    Thịnh Thành;Thịnh Vượng;Thịnh Đán;Thịnh Đức;Thọ An;Thọ Bình;Thọ Cường;Thọ Diên;Thọ Dân;Thọ Hải;Thọ Hợp;Thọ Lâm;\
    Thọ Lập;Thọ Lộc 2;Thọ Nghiệp;Thọ Ngọc;Thọ Phú;Thọ Quang;Thọ Sơn 4;Thọ Thanh;Thọ Thành;Thọ Thế;Thọ Tiến;Thọ Tân;\
    Thọ Vinh;Thọ Văn;Thọ Vực;Thọ Xuân 3;Thọ Xương 2;Thọ Điền;Thống Kênh;Thống Nhất 19;Thốt Nốt 2;Thổ Bình;Thổ Châu;\
    Thổ Quan;Thổ Sơn;Thổ Tang;Thới An 2;Thới An Hội;Thới An Đông;Thới Bình 4;Thới Hòa 3;Thới Hưng;Thới Lai 3;\
    Thới Long;Thới Quản;Thới Sơn 2;Thới Tam Thôn;Thới Thuận 2;Thới Thạnh 2;Thới Tân;Thới Xuân;Thới Đông;Thục Luyện;\
    Thụy An;Thụy Bình;Thụy Chính;Thụy Duyên;Thụy Dân;Thụy Hòa;Thụy Hùng 3;Thụy Hưng;Thụy Hương 2;Thụy Hải;Thụy Khuê;\
    Thụy Liên;Thụy Liễu;Thụy Lâm;Thụy Lôi 2;Thụy Ninh;Thụy Phong;Thụy Phương;Thụy Quỳnh;Thụy Sơn;Thụy Thanh;\
    Thụy Trình;Thụy Trường;Thụy Việt;Thụy Vân;Thụy Văn;Thụy Xuân;Thủ Dầu Một;Thủ Sỹ;Thủ Thiêm;Thủ Thừa 2;Thủ Đức;\
    Thủy An;Thủy Biều;Thủy Bằng;Thủy Châu;Thủy Dương;Thủy Liễu;Thủy Lương;Thủy Nguyên;Thủy Phù;Thủy Phương;Thủy Sơn;\
    Thủy Thanh;Thủy Triều;Thủy Tân;Thủy Tây;Thủy Vân;Thủy Xuân;Thủy Xuân Tiên;Thủy Đông;Thủy Đường;Thứ Ba;\
    Thứ Mười Một;Thứa;Thừa Đức 2;Tinh Nhuệ;Tiên An;Tiên Châu;Tiên Cát;Tiên Cường;Tiên Cảnh;Tiên Cẩm;Tiên Du 2;\
    Tiên Dương;Tiên Dược;Tiên Hiệp 2;Tiên Hoàng;Tiên Hà;Tiên Hải 2;Tiên Hội;Tiên Kiên;Tiên Kiều;Tiên Kỳ 2;Tiên Long;\
    Tiên Lãng 3;Tiên Lãnh;Tiên Lương;Tiên Lập;Tiên Lộc;Tiên Lục;Tiên Lữ 2;Tiên Minh;Tiên Mỹ;Tiên Ngoại;Tiên Nguyên;\
    Tiên Ngọc;Tiên Nha;Tiên Nội;Tiên Phong 3;Tiên Phú;Tiên Phương;Tiên Phước;Tiên Sơn 3;Tiên Thanh;Tiên Thuận;\
    Tiên Thành 2;Tiên Thắng;Tiên Thọ;Tiên Thủy;Tiên Trang;Tiên Tân;Tiên Yên 3;Tiên Điền;Tiên Động;Tiêu Sơn;\
    Tiêu Động;Tiến Bộ;Tiến Dũng;Tiến Hóa;Tiến Hưng;Tiến Lộc;Tiến Lợi;Tiến Nông;Tiến Thành 3;Tiến Thắng 3;Tiến Thịnh;\
    Tiến Thủy;Tiến Xuân;Tiến Đức;Tiền An 2;Tiền Châu;Tiền Hải 2;Tiền Phong 9;Tiền Tiến 2;Tiền Yên;Tiểu Cần 2;\
    Toàn Sơn;Toàn Thắng 3;Tr'Hy;Trang;Trang Hạ;Tri Hải;Tri Lễ 2;Tri Phú;Tri Phương 4;Tri Thủy;Tri Trung;Tri Tôn 2;\
    Trinh Phú;Triệu An;Triệu Giang;Triệu Hòa;Triệu Hải;Triệu Long;Triệu Lăng;Triệu Lộc;Triệu Nguyên 2;Triệu Phong;\
    Triệu Phước;Triệu Sơn 3;Triệu Thuận;Triệu Thành 2;Triệu Thượng;Triệu Trung;Triệu Trạch;Triệu Tài;Triệu Vân;\
    Triệu Ái;Triệu Đại;Triệu Đề;Triệu Độ;Triệu Ẩu;Trung An 5;Trung Bình;Trung Chánh 2;Trung Châu;Trung Chính 2;\
    Trung Chải 2;Trung Dũng 2;Trung Giang;Trung Giáp;Trung Giã;Trung Hiếu;Trung Hiệp;Trung Hà 3;Trung Hòa 7;\
    Trung Hóa;Trung Hưng 3;Trung Hạ;Trung Hải;Trung Hội;Trung Kiên 2;Trung Kênh;Trung Liệt;Trung Lèng Hồ;Trung Lý;\
    Trung Lương 3;Trung Lập;Trung Lập Hạ;Trung Lập Thượng;Trung Lộc;Trung Minh 2;Trung Môn;Trung Mầu;Trung Mỹ;\
    Trung Mỹ Tây;Trung Nam;Trung Nghĩa 3;Trung Nguyên;Trung Ngãi;Trung Nhứt;Trung Phúc;Trung Phúc Cường;Trung Phụng;\
    Trung Sơn 9;Trung Sơn Trầm;Trung Thu;Trung Thành 10;Trung Thành Tây;Trung Thành Đông;Trung Thượng;Trung Thạnh;\
    Trung Thịnh;Trung Tiến;Trung Trạch;Trung Trực;Trung Tâm 2;Trung Tú;Trung Tự;Trung Văn;Trung Xuân;Trung Yên;\
    Trung Đô;Trung Đông;Trung Đồng;Truông Mít;Trà An;Trà Bui;Trà Bá;Trà Bình;Trà Bùi;Trà Bồng;Trà Cang;Trà Côn;\
    Trà Cú 2;Trà Cổ 2;Trà Don;Trà Dơn;Trà Dương;Trà Giang 3;Trà Giác;Trà Giáp;Trà Hiệp;Trà Ka;Trà Khê;Trà Kót;\
    Trà Leng;Trà Linh;Trà Lâm;Trà Lãnh;Trà Lĩnh;Trà Lồng;Trà Mai;Trà My;Trà Nam;Trà Nham;Trà Nóc;Trà Nú;Trà Phong 2;\
    Trà Phú;Trà Quân;Trà Sơn 2;Trà Thanh 2;Trà Thọ;Trà Thủy;Trà Trung;Trà Tân 3;Trà Tây;Trà Tập;Trà Vinh 2;Trà Vong;\
    Trà Vân;Trà Xinh 2;Trà Xuân;Trà Ôn 2;Trà Đa;Trà Đông;Trà Đốc;Tràm Chim;Tràng An 2;Tràng Các;Tràng Cát;\
    Tràng Lương;Tràng Minh;Tràng Phái;Tràng Sơn;Tràng Tiền;Tràng Xá;Tràng Đà;Tràng Định;Trác Văn;Tráng Việt;\
    Trân Châu;Trâu Quỳ;Trì Quang;Trí Bình;Trí Lực;Trí Nang;Trí Phải;Trí Quả;Trí Yên;Trù Hựu;Trù Sơn;Trùng Khánh 3;\
    Trúc Bạch;Trúc Lâm;Trúc Lâu;Trúc Sơn;Trưng Nhị;Trưng Trắc 2;Trưng Vương 3;Trương Lương;Trương Quang Trọng;\
    Trương Định;Trường An 2;Trường Chinh;Trường Giang 2;Trường Hà;Trường Hòa;Trường Khánh;Trường Long;Trường Long A;\
    Trường Long Hòa;Trường Long Tây;Trường Lâm;Trường Lạc;Trường Minh;Trường Sa 2;Trường Sinh;Trường Sơn 6;\
    Trường Thi 3;Trường Thành 2;Trường Thạnh 2;Trường Thắng;Trường Thịnh;Trường Thọ 4;Trường Thủy;Trường Trung;\
    Trường Tây;Trường Xuân 6;Trường Xuân A;Trường Xuân B;Trường Yên 2;Trường Đông;Trạch Mỹ Lộc;Trại Cau 2;\
    Trại Chuối;Trạm Hành;Trạm Lộ;Trạm Thản;Trạm Trôi;Trạm Tấu 3;Trảng Bom 2;Trảng Bàng 2;Trảng Dài;Trấn Dương;\
    Trấn Ninh;Trấn Yên 2;Trầm Lộng;Trần Cao;Trần Hưng Đạo 10;Trần Hợi;Trần Lãm;Trần Nguyên Hãn 2;Trần Phán;\
    Trần Phú 11;Trần Quang Diệu;Trần Quang Khải;Trần Thành Ngọ;Trần Thới;Trần Tế Xương;Trần Văn Thời 2;\
    Trần Đăng Ninh;Trần Đề 2;Trị An;Trị Quận;Trịnh Tường;Trịnh Xá;Trọng Con;Trọng Hóa;Trọng Quan;Trới;Trừ Văn Thố;\
    Trừng Xá;Trực Chính;Trực Cường;Trực Hùng;Trực Hưng;Trực Khang;Trực Mỹ;Trực Ninh;Trực Nội;Trực Thanh;Trực Thuận;\
    Trực Thái;Trực Thắng;Trực Tuấn;Trực Đại;Trực Đạo;Tu Mơ Rông 2;Tu Tra;Tu Vũ;Tung Chung Phố;Tuy An;Tuy Hòa;\
    Tuy Lai;Tuy Lộc 3;Tuy Phong;Tuy Phước 2;Tuy Đức;Tuyên Bình;Tuyên Bình Tây;Tuyên Hóa;Tuyên Quang;Tuyên Thạnh;\
    Tuyết Nghĩa;Tuân Chính;Tuân Tức;Tuân Đạo;Tuấn Việt;Tuấn Đạo;Tuần Châu;Tuần Giáo 2;Tà Bhinh;Tà Chải;Tà Cạ;Tà Gia;\
    Tà Hine;Tà Hộc;Tà Hừa;Tà Lai;Tà Long;Tà Lu;Tà Lài;Tà Lùng 2;Tà Mung;Tà Mít;Tà Nung;Tà Năng;Tà Pơơ;Tà Rụt;\
    Tà Si Láng;Tà Tổng;Tà Xùa;Tà Đảnh;Tài Văn;Tàm Xá;Tào Sơn;Tào Xuyên;Tá Bạ;Tái Sơn;Tánh Linh;Tát Ngà;Tâm Thắng;\
    Tân An 18;Tân An Hội 2;Tân An Luông;Tân An Thạnh;Tân Biên 3;Tân Bình 24;Tân Bình Thạnh;Tân Bắc;Tân Bằng;Tân Bửu;\
    Tân Chi;Tân Chánh;Tân Chánh Hiệp;Tân Châu 6;Tân Chính;Tân Công Chí;Tân Công Sính;Tân Cương;Tân Cảnh;Tân Duyệt;\
    Tân Dân 12;Tân Dĩnh;Tân Dương 4;Tân Giang 2;Tân Hiệp 14;Tân Hiệp A;Tân Hiệp B;Tân Hoa;Tân Huề;Tân Hà 5;Tân Hào;\
    Tân Hòa 22;Tân Hòa Thành;Tân Hòa Tây;Tân Hòa Đông;Tân Hóa;Tân Hùng;Tân Hưng 19;Tân Hưng Thuận;Tân Hưng Tây;\
    Tân Hưng Đông;Tân Hương 7;Tân Hạnh 2;Tân Hải 4;Tân Học;Tân Hồng 3;Tân Hộ Cơ;Tân Hội 8;Tân Hội Trung;\
    Tân Hội Đông;Tân Hợp 4;Tân Khai;Tân Khang;Tân Khánh 3;Tân Khánh Hòa;Tân Khánh Trung;Tân Khánh Đông;Tân Kim;\
    Tân Kiên;Tân Kiều;Tân Kiểng;Tân Kỳ 3;Tân Lang;Tân Linh;Tân Liên 3;Tân Liễu;Tân Long 12;Tân Long Hội;Tân Lâm 2;\
    Tân Lâm Hương;Tân Lân;Tân Lãng;Tân Lý Tây;Tân Lý Đông;Tân Lĩnh;Tân Lược;Tân Lạc 3;Tân Lập 26;Tân Lễ;Tân Lộc 4;\
    Tân Lộc Bắc;Tân Lộc Đông;Tân Lợi 5;Tân Lợi Thạnh;Tân Mai 2;Tân Minh 6;Tân Mộc;Tân Mỹ 10;Tân Mỹ Chánh;Tân Mỹ Hà;\
    Tân Nam;Tân Nghĩa 3;Tân Nguyên;Tân Ngãi;Tân Nhuận Đông;Tân Nhựt;Tân Ninh 2;Tân Pheo;Tân Phong 13;Tân Phú 25;\
    Tân Phú Thạnh;Tân Phú Trung 2;Tân Phú Tây;Tân Phú Đông 2;Tân Phúc 4;Tân Phương;Tân Phước 7;Tân Phước Hưng;\
    Tân Phước Khánh;Tân Phước Tây;Tân Phượng;Tân Quan;Tân Quang 6;Tân Quy;Tân Quy Tây;Tân Quy Đông;Tân Quý;\
    Tân Quý Tây;Tân Quới 2;Tân Quới Trung;Tân Sơn 11;Tân Sơn Nhì;Tân Sỏi;Tân Thanh 8;Tân Thanh Tây;Tân Thiềng;\
    Tân Thiện 2;Tân Thuận 3;Tân Thuận Bình;Tân Thuận Tây 2;Tân Thuận Đông 2;Tân Thành 34;Tân Thành A;Tân Thành B;\
    Tân Thành Bình;Tân Thái;Tân Thông Hội;Tân Thượng 2;Tân Thạch;Tân Thạnh 10;Tân Thạnh Tây;Tân Thạnh Đông;\
    Tân Thắng 2;Tân Thịnh 7;Tân Thọ;Tân Thới 2;Tân Thới Hiệp;Tân Thới Hòa;Tân Thới Nhì;Tân Thới Nhất;Tân Thủy 2;\
    Tân Tiến 19;Tân Tri;Tân Triều;Tân Trung 5;Tân Trào 3;Tân Trường 2;Tân Trạch 2;Tân Trịnh;Tân Trụ 2;Tân Tuyến;\
    Tân Tác;Tân Tây 2;Tân Tú;Tân Túc;Tân Tạo;Tân Tạo A;Tân Tập;Tân Uyên 3;Tân Vinh;Tân Viên;Tân Việt 4;Tân Văn 2;\
    Tân Vĩnh Hiệp;Tân Vạn;Tân Xuyên;Tân Xuân 6;Tân Xã;Tân Yên 3;Tân Ân 2;Tân Ân Tây;Tân Điền;Tân Đoàn;Tân Đông 3;\
    Tân Đông Hiệp;Tân Định 3;Tân Đồng 2;Tân Đức 3;Tân Ước;Tây An;Tây Bình;Tây Cốc;Tây Giang 3;Tây Hiếu;Tây Hòa 2;\
    Tây Hưng;Tây Hồ 2;Tây Lương;Tây Lộc;Tây Mỗ;Tây Ninh 2;Tây Phong 2;Tây Phú 2;Tây Sơn 7;Tây Thuận;Tây Thành;\
    Tây Thạnh;Tây Tiến;Tây Trạch;Tây Tựu;Tây Vinh;Tây Xuân;Tây Yên;Tây Yên A;Tây Yên Tử;Tây Đô;Tây Đằng;Tê Xăng;\
    Tênh Phông;Tìa Dình;Tích Giang;Tích Lương;Tích Sơn;Tích Thiện;Tòng Bạt;Tòng Sành;Tòng Đậu;Tóc Tiên;Tô Châu;\
    Tô Hiệu 2;Tô Hạp;Tô Múa;Tô Mậu;Tông Cọ;Tông Lạnh;Tông Qua Lìn;Tùng Bá;Tùng Châu;Tùng Khê;Tùng Lâm;Tùng Lộc;\
    Tùng Vài;Tùng Ảnh;Tú An;Tú Lý;Tú Lệ;Tú Mịch;Tú Nang;Tú Sơn 2;Tú Thịnh;Tú Xuyên;Tú Đoạn;Túc Duyên;Túc Trưng;\
    Túc Đán;Túng Sán;Tăng Bạt Hổ;Tăng Hòa;Tăng Nhơn Phú A 2;Tăng Nhơn Phú B 2;Tăng Thành;Tăng Tiến;Tĩnh Bắc;\
    Tĩnh Hải;Tĩnh Túc;Tơ Tung;Tư Mại;Tư Nghĩa;Tương Bình Hiệp;Tương Dương;Tương Giang;Tương Mai;Tường Hạ;Tường Lộc;\
    Tường Phong;Tường Phù;Tường Sơn;Tường Thượng;Tường Tiến;Tường Đa;Tượng Lĩnh 2;Tượng Sơn 2;Tượng Văn;\
    Tạ An Khương;Tạ An Khương Nam;Tạ An Khương Đông;Tạ Bú;Tạ Khoa;Tạ Xá;Tả Củ Tỷ;Tả Gia Khâu;Tả Lèng;Tả Lủng 2;\
    Tả Ngải Chồ;Tả Ngảo;Tả Nhìu;Tả Phìn 4;Tả Phời;Tả Sìn Thàng;Tả Sử Choóng;Tả Thanh Oai;Tả Thàng;Tả Van;Tả Van Chư;\
    Tả Ván;Tản Hồng;Tản Lĩnh;Tảo Dương Văn;Tấn Mỹ;Tấn Tài;Tất Thắng;Tầm Vu;Tập Ngãi;Tập Sơn;Tắc Vân;Tằng Loỏng;\
    Tế Lợi;Tế Nông;Tế Thắng;Tề Lễ;Tề Lỗ;Tịnh An;Tịnh Biên 2;Tịnh Bình;Tịnh Bắc;Tịnh Châu;Tịnh Giang;Tịnh Hiệp;\
    Tịnh Hà;Tịnh Hòa;Tịnh Khê;Tịnh Kỳ;Tịnh Long;Tịnh Minh;Tịnh Phong;Tịnh Sơn;Tịnh Thiện;Tịnh Thọ;Tịnh Thới;\
    Tịnh Trà;Tịnh Đông;Tịnh Ấn Tây;Tịnh Ấn Đông;Tỏa Tình;Tống Phan;Tống Trân;Tốt Động;Tổng Cọt;Tụ Nhân;Tủa Chùa 2;\
    Tủa Sín Chải;Tủa Thàng;Tứ Cường;Tứ Dân;Tứ Hiệp 2;Tứ Hạ;Tứ Kỳ 2;Tứ Liên;Tứ Minh;Tứ Quận;Tứ Trưng;Tứ Xã;Tứ Yên;\
    Tức Tranh;Từ Sơn;Tử Du;Tử Nê;Tự An;Tự Cường;Tự Do 2;Tự Lạn;Tự Lập;Tự Nhiên;Tự Tân;U Minh 2;U Minh Thượng;Uar;\
    Uy Nỗ;Uyên Hưng;Uông Bí;Vang Quới Tây;Vang Quới Đông;Vi Hương;Vinh;Vinh An;Vinh Hiền;Vinh Hà;Vinh Hưng;Vinh Mỹ;\
    Vinh Quang 5;Vinh Quý;Vinh Thanh;Vinh Tiền;Vinh Tân;Vinh Xuân;Viên An 3;Viên An Đông;Viên Bình;Viên Nội;\
    Viên Sơn;Viên Thành;Viêng Lán;Viễn Sơn;Việt Cường 2;Việt Dân;Việt Hòa 2;Việt Hùng 4;Việt Hưng 3;Việt Hải;\
    Việt Hồng 3;Việt Long;Việt Lâm;Việt Lập;Việt Ngọc;Việt Quang;Việt Thuận;Việt Thành;Việt Thắng;Việt Thống;\
    Việt Tiến 4;Việt Trung;Việt Trì;Việt Vinh;Việt Xuân;Việt Yên;Việt Đoàn;Vàm Láng;Vàng Danh;Vàng Ma Chải;Vàng San;\
    Vàng Đán;Vân An;Vân Canh 3;Vân Côn;Vân Cơ;Vân Du 3;Vân Dương;Vân Giang;Vân Hà 3;Vân Hòa;Vân Hồ 2;Vân Hội 2;\
    Vân Khánh;Vân Khánh Tây;Vân Khánh Đông;Vân Lĩnh;Vân Nam;Vân Nham;Vân Nội;Vân Phú;Vân Phúc;Vân Sơn 3;Vân Thủy;\
    Vân Trung;Vân Trình;Vân Trường;Vân Trục;Vân Tùng;Vân Tảo;Vân Từ;Vân Xuân;Vân Âm;Vân Đình;Vân Đồn 2;Vô Ngại;\
    Vô Tranh 3;Vô Điếm;Vôi;Võ Cường;Võ Lao 2;Võ Liệt;Võ Miếu;Võ Nhai;Võ Ninh;Võ Thị Sáu;Võ Xu;Võng La;Võng Xuyên;\
    Văn An;Văn Bàn;Văn Bán;Văn Bình;Văn Chương;Văn Chấn;Văn Cẩm;Văn Giang 2;Văn Giáo;Văn Hoàng;Văn Hán;Văn Hóa;\
    Văn Hải 2;Văn Hội;Văn Khê;Văn Khúc;Văn Lang 3;Văn Lem;Văn Lung;Văn Luông;Văn Lâm;Văn Lãng;Văn Lý;Văn Lăng;\
    Văn Lợi;Văn Minh;Văn Miếu 3;Văn Môn;Văn Nghĩa;Văn Nho;Văn Nhuệ;Văn Phong 2;Văn Phú 4;Văn Phương;Văn Quan 2;\
    Văn Quán 2;Văn Sơn 3;Văn Thành;Văn Tiến;Văn Tố;Văn Tự;Văn Võ;Văn Vũ;Văn Xuôi;Văn Xá;Văn Yên 3;Văn Điển;Văn Đẩu;\
    Văn Đức 2;Vĩ Thượng;Vĩnh An 7;Vĩnh Bình 6;Vĩnh Bình Bắc;Vĩnh Bình Nam;Vĩnh Bảo 3;Vĩnh Bửu;Vĩnh Chánh;Vĩnh Chân;\
    Vĩnh Châu 2;Vĩnh Châu A;Vĩnh Châu B;Vĩnh Chấp;Vĩnh Công;Vĩnh Cửu;Vĩnh Gia;Vĩnh Giang;Vĩnh Hanh;Vĩnh Hiệp 4;\
    Vĩnh Hà;Vĩnh Hào;Vĩnh Hòa 10;Vĩnh Hòa Hiệp;Vĩnh Hòa Hưng Bắc;Vĩnh Hòa Hưng Nam;Vĩnh Hòa Phú;Vĩnh Hùng;\
    Vĩnh Hưng 6;Vĩnh Hưng A;Vĩnh Hải 3;Vĩnh Hảo 3;Vĩnh Hậu 2;Vĩnh Hậu A;Vĩnh Hồng;Vĩnh Hội Đông;Vĩnh Hựu;Vĩnh Khánh;\
    Vĩnh Khê;Vĩnh Khúc;Vĩnh Kim 3;Vĩnh Kiên;Vĩnh Linh;Vĩnh Long 4;Vĩnh Lâm;Vĩnh Lương;Vĩnh Lạc 2;Vĩnh Lại;Vĩnh Lập;\
    Vĩnh Lộc 5;Vĩnh Lộc A 2;Vĩnh Lộc B;Vĩnh Lợi 6;Vĩnh Mỹ;Vĩnh Mỹ A;Vĩnh Mỹ B;Vĩnh Nguyên;Vĩnh Ngươn;Vĩnh Ngọc 2;\
    Vĩnh Nhuận;Vĩnh Ninh 3;Vĩnh Niệm;Vĩnh Phong 3;Vĩnh Phú 4;Vĩnh Phú Tây;Vĩnh Phú Đông;Vĩnh Phúc 3;Vĩnh Phương;\
    Vĩnh Phước 3;Vĩnh Phước A;Vĩnh Phước B;Vĩnh Quang 5;Vĩnh Quới;Vĩnh Quỳnh;Vĩnh Sơn 4;Vĩnh Thanh 3;Vĩnh Thanh Vân;\
    Vĩnh Thuận 5;Vĩnh Thuận Tây;Vĩnh Thuận Đông;Vĩnh Thành 4;Vĩnh Thái 2;Vĩnh Thông;Vĩnh Thạnh 8;Vĩnh Thạnh Trung;\
    Vĩnh Thắng;Vĩnh Thịnh 4;Vĩnh Thọ;Vĩnh Thới;Vĩnh Thủy;Vĩnh Thực;Vĩnh Tiến 4;Vĩnh Trinh;Vĩnh Trung 5;\
    Vĩnh Trường 2;Vĩnh Trạch 2;Vĩnh Trạch Đông;Vĩnh Trại;Vĩnh Trị;Vĩnh Trụ;Vĩnh Tuy 3;Vĩnh Tân 4;Vĩnh Tú;\
    Vĩnh Tường 4;Vĩnh Tế;Vĩnh Viễn;Vĩnh Viễn A;Vĩnh Xuân;Vĩnh Xá;Vĩnh Xương;Vĩnh Yên 4;Vĩnh Ô;Vĩnh Điều;Vĩnh Điện;\
    Vĩnh Đại;Vĩnh Đồng;Vũ An;Vũ Bình 2;Vũ Bản;Vũ Chính;Vũ Chấn;Vũ Công;Vũ Di;Vũ Hòa 2;Vũ Hội;Vũ Linh;Vũ Lăng 2;\
    Vũ Lạc;Vũ Lễ 2;Vũ Minh;Vũ Muộn;Vũ Ninh 2;Vũ Nông;Vũ Oai 2;Vũ Phúc;Vũ Quang 2;Vũ Quí;Vũ Sơn;Vũ Thư 2;Vũ Thắng;\
    Vũ Tiến;Vũ Trung;Vũ Vinh;Vũ Vân;Vũ Xá 2;Vũ Đoài;Vũ Đông;Vũng Liêm 2;Vũng Tàu;Vương;Vượng Lộc;Vạn An;Vạn Bình;\
    Vạn Giã;Vạn Hòa 2;Vạn Hưng;Vạn Hương;Vạn Khánh;Vạn Kim;Vạn Linh;Vạn Long;Vạn Lương;Vạn Mai;Vạn Mỹ;Vạn Ninh 4;\
    Vạn Phái;Vạn Phú;Vạn Phúc 3;Vạn Phước;Vạn Thiện;Vạn Thái;Vạn Thạnh 2;Vạn Thắng 4;Vạn Thọ 2;Vạn Thủy;Vạn Trạch;\
    Vạn Xuân 2;Vạn Yên 2;Vạn Điểm;Vần Chải;Vầy Nưa;Vật Lại;Vệ An;Vị Bình;Vị Hoàng;Vị Quang;Vị Thanh 2;Vị Thắng;\
    Vị Thủy 2;Vị Trung;Vị Tân;Vị Xuyên 3;Vị Đông;Vọng Thê;Vọng Đông;Vụ Bản 2;Vụ Bổn;Vụ Quang;Vỹ Dạ;Xa Dung;Xa Lý;\
    Xiêng My;Xuy Xá;Xuyên Mộc 2;Xuân An 5;Xuân Bái;Xuân Bình 3;Xuân Bảo;Xuân Bắc 2;Xuân Canh;Xuân Cao;Xuân Chinh;\
    Xuân Châu;Xuân Chính;Xuân Cảnh;Xuân Cẩm;Xuân Du;Xuân Dương 4;Xuân Dục;Xuân Giang 4;Xuân Giao;Xuân Hiệp 2;\
    Xuân Huy;Xuân Hà;Xuân Hòa 12;Xuân Hóa;Xuân Hưng 2;Xuân Hương;Xuân Hải 3;Xuân Hồng 3;Xuân Hội;Xuân Khang;\
    Xuân Khanh;Xuân Khánh;Xuân Khê;Xuân Kiên;Xuân La 2;Xuân Lai 3;Xuân Lam 2;Xuân Lao;Xuân Liên;Xuân Long 3;\
    Xuân Lâm 4;Xuân Lãnh;Xuân Lôi;Xuân Lĩnh;Xuân Lũng;Xuân Lương;Xuân Lạc;Xuân Lập 3;Xuân Lẹ;Xuân Lộc 8;Xuân Mai;\
    Xuân Minh 2;Xuân Mỹ 2;Xuân Ngọc;Xuân Nha;Xuân Ninh 2;Xuân Nội 2;Xuân Nộn;Xuân Phong 2;Xuân Phú 7;Xuân Phúc;\
    Xuân Phương 4;Xuân Phước;Xuân Phổ;Xuân Quan;Xuân Quang 2;Xuân Quế;Xuân Sinh;Xuân Sơn 6;Xuân Sơn Bắc;\
    Xuân Sơn Nam;Xuân Thanh;Xuân Thiên;Xuân Thiện;Xuân Thu;Xuân Thành 5;Xuân Thái;Xuân Thượng 2;Xuân Thắng 2;\
    Xuân Thịnh 2;Xuân Thọ 3;Xuân Thới Sơn;Xuân Thới Thượng;Xuân Thới Đông;Xuân Thủy 4;Xuân Tiến;Xuân Trung 2;\
    Xuân Trúc;Xuân Trường 6;Xuân Trạch;Xuân Tâm;Xuân Tân 2;Xuân Tây;Xuân Tín;Xuân Tăng;Xuân Tường;Xuân Tảo;Xuân Tầm;\
    Xuân Vinh;Xuân Viên 2;Xuân Vân;Xuân Yên 2;Xuân Ái;Xuân Áng;Xuân Đài 3;Xuân Đám;Xuân Đình;Xuân Đông 2;Xuân Đường;\
    Xuân Đỉnh;Xuân Định;Xuất Hóa 2;Xuất Lễ;Xà Bang;Xà Hồ;Xà Phiên;Xà Phìn;Xá Lượng;Xá Tổng;Xích Thổ;Xím Vàng;\
    Xín Chải 2;Xín Cái;Xín Mần 2;Xương Giang;Xương Huân;Xương Lâm;Xương Thịnh;Xốp;Y Can;Y Tý;Y Tịch;Ya Hội;Ya Ly;\
    Ya Ma;Ya Tăng;Ya Tờ Mốt;Ya Xiêr;Yang Bắc;Yang Mao;Yang Nam;Yang Reh;Yang Tao;Yang Trung;Yên Bài;Yên Bái;\
    Yên Bình 9;Yên Bắc;Yên Bằng;Yên Bồng;Yên Châu 2;Yên Chính;Yên Cát;Yên Cư;Yên Cường 2;Yên Dũng;Yên Dương 3;\
    Yên Dưỡng;Yên Giang;Yên Giả;Yên Hoa;Yên Hà;Yên Hân;Yên Hòa 6;Yên Hóa;Yên Hùng;Yên Hưng 3;Yên Hải;Yên Hồ;\
    Yên Hồng;Yên Hợp 2;Yên Khang;Yên Khoái;Yên Khánh 2;Yên Khê;Yên Khương;Yên Kiện;Yên Kỳ;Yên Luông;Yên Luật;\
    Yên Lâm 3;Yên Lãng 2;Yên Lư;Yên Lương 2;Yên Lạc 6;Yên Lập 4;Yên Lỗ;Yên Lộc 2;Yên Lợi;Yên Minh 3;Yên Mô;Yên Mông;\
    Yên Mạc;Yên Mỹ 8;Yên Na;Yên Nam;Yên Nghiệp;Yên Nghĩa 2;Yên Nguyên;Yên Nhân 3;Yên Ninh 5;Yên Phong 6;Yên Phú 7;\
    Yên Phúc 2;Yên Phương 2;Yên Phụ 2;Yên Quang 3;Yên Sơn 12;Yên Sở 2;Yên Than;Yên Thanh;Yên Thuận;Yên Thành 6;\
    Yên Thái 3;Yên Thường;Yên Thượng;Yên Thạch;Yên Thắng 5;Yên Thế 3;Yên Thịnh 5;Yên Thọ 4;Yên Thổ;Yên Thủy;\
    Yên Tiến;Yên Trung 4;Yên Trường;Yên Trạch 2;Yên Trị 2;Yên Tâm;Yên Tân;Yên Tĩnh;Yên Tập;Yên Từ;Yên Viên 2;\
    Yên Vượng;Yên Định 4;Yên Đồng 3;Yên Đổ;Yên Đỗ;Yên Đức;Yến Dương;Yến Lạc;Yến Sơn;Yết Kiêu 3;Za Hung;Zuôich;\
    Ái Nghĩa;Ái Quốc 2;Ái Thượng;Ái Tử;Ân Hòa;Ân Hảo Tây;Ân Hảo Đông;Ân Hữu;Ân Mỹ;Ân Nghĩa 2;Ân Phong;Ân Phú;Ân Sơn;\
    Ân Thi 2;Ân Thạnh;Ân Tín;Ân Tường Tây;Ân Tường Đông;Ân Đức;Âu Cơ;Âu Lâu;É Tòng;Ích Hậu;Ít Ong;Óc Eo;Ô Chợ Dừa;\
    Ô Long Vỹ;Ô Lâm;Ô Môn;Ô Quý Hồ;Ôn Lương;Ông Đình;Úc Kỳ;Ý Yên;Dliê Ya;Đa Kai;Đa Kao;Đa Kia;Đa Krông 2;Đa Lộc 4;\
    Đa Mai;Đa Mi;Đa Phúc 2;Đa Phước 2;Đa Phước Hội;Đa Quyn;Đa Thông 2;Đa Tốn;Đak Jơ Ta;Đak Mang;Đak Nhau;Đak Pơ;\
    Đak Smar;Đak Ta Ley;Đak Ơ;Đam Rông;Đan Hội;Đan Phượng 3;Đan Thượng;Đan Trường;Đinh Lạc;Đinh Trang Hòa;\
    Đinh Trang Thượng;Đinh Văn;Đinh Xá;Điêu Lương;Điềm He;Điềm Hy;Điềm Mặc;Điềm Thụy;Điền Hòa;Điền Hương;Điền Hạ;\
    Điền Hải 2;Điền Lư;Điền Lộc;Điền Môn;Điền Mỹ;Điền Quang;Điền Thượng;Điền Trung;Điền Xá 2;Điện An;Điện Biên 3;\
    Điện Biên Phủ;Điện Biên Đông 2;Điện Bàn;Điện Dương;Điện Hòa;Điện Hồng;Điện Minh;Điện Nam Bắc;Điện Nam Trung;\
    Điện Nam Đông;Điện Ngọc;Điện Phong;Điện Phương;Điện Phước;Điện Quan;Điện Quang;Điện Thắng Bắc;Điện Thắng Nam;\
    Điện Thắng Trung;Điện Thọ;Điện Tiến;Điện Trung;Điệp Nông;Đoan Bái;Đoan Hùng 3;Đoan Hạ;Đoài Dương;Đoàn Kết 11;\
    Đoàn Lập;Đoàn Thượng;Đoàn Tùng;Đoàn Xá;Đoàn Đào;Đoọc Mạy;Đà Bắc 2;Đà Loan;Đà Lạt;Đà Sơn;Đà Vị;Đài Sơn;Đài Xuyên;\
    Đàm Thủy;Đào Dương;Đào Hữu Cảnh;Đào Mỹ;Đào Thịnh;Đào Viên 2;Đào Xá 2;Đá Bạc;Đá Đỏ;Đáp Cầu;Đèo Gia;Đê Ar;\
    Đình Bảng;Đình Cao;Đình Chu;Đình Cả;Đình Dù;Đình Lập 3;Đình Phong;Đình Phùng 2;Đình Tổ;Đình Xuyên;Đô Lương 3;\
    Đô Thành;Đô Vinh;Đôn Châu;Đôn Nhân;Đôn Phong;Đôn Phục;Đôn Thuận;Đôn Xuân;Đông;Đông An;Đông Anh 2;Đông Ba;\
    Đông Bình 2;Đông Bắc;Đông Cao;Đông Cuông;Đông Các;Đông Cơ;Đông Cương;Đông Cường;Đông Cứu;Đông Cửu;Đông Dư;\
    Đông Dương;Đông Giang 3;Đông Hiếu;Đông Hiệp;Đông Hoàng 3;Đông Hà 3;Đông Hòa 7;Đông Hòa Hiệp;Đông Hưng 6;\
    Đông Hưng A;Đông Hưng B;Đông Hưng Thuận;Đông Hương;Đông Hải 7;Đông Hồ;Đông Hội;Đông Hợp;Đông Khê 3;Đông Kinh 2;\
    Đông Kết;Đông La 2;Đông Lai;Đông Long;Đông Lâm;Đông Lĩnh 2;Đông Lương;Đông Lễ;Đông Lỗ 2;Đông Lợi;Đông Mai;\
    Đông Minh 3;Đông Mỹ 2;Đông Nam;Đông Ngàn;Đông Ngũ;Đông Ngạc;Đông Ninh 2;Đông Phong 3;Đông Phú 4;Đông Phương 2;\
    Đông Phương Yên;Đông Phước;Đông Phước A;Đông Quan 2;Đông Quang 3;Đông Quí;Đông Sang;Đông Sơn 10;Đông Thanh 3;\
    Đông Thuận 2;Đông Thành 5;Đông Thái;Đông Thạnh 5;Đông Thắng;Đông Thịnh;Đông Thọ 4;Đông Thới;Đông Tiến 3;\
    Đông Triều 2;Đông Trung;Đông Trà;Đông Tân 2;Đông Tảo;Đông Vinh 2;Đông Văn;Đông Vĩnh;Đông Vệ;Đông Xuyên 3;\
    Đông Xuân 3;Đông Xá 2;Đông Yên 3;Đông Á;Đông Đô;Đông Động;Đú Sáng;Đăk Djrăng;Đăk Glong;Đăk Hlơ;Đăk Krong;\
    Đăk Long;Đăk Ngọk;Đăk Năng;Đăk Pling;Đăk Pơ;Đăk Pơ Pho;Đăk R'Moan;Đăk Roong;Đăk Song;Đăk Sơmei;Đăk Trôi;\
    Đăk Tơ Pang;Đăk Tơ Ver;Đăk Yă;Đăk Đoa 2;Đăng Hà;Đăng Hưng Phước;Đơn Dương;Đưng Knớ;Đường Hoa;Đường Hồng;\
    Đường Lâm;Đường Thượng;Đường Âm;Đạ Chais;Đạ Huoai;Đạ K' Nàng;Đạ Kho;Đạ Long;Đạ Lây;Đạ M' Rong;Đạ M'ri;Đạ Nhim;\
    Đạ Oai;Đạ Pal;Đạ Ploa;Đạ Rsal;Đạ Ròn;Đạ Sar;Đạ Tông;Đạ Tẻh 2;Đạ Tồn;Đạ Đờn;Đại An 4;Đại Bái;Đại Bình;Đại Bản;\
    Đại Chánh;Đại Cương;Đại Cường 2;Đại Dực;Đại Hiệp;Đại Hà;Đại Hòa;Đại Hòa Lộc;Đại Hóa;Đại Hùng;Đại Hưng 3;Đại Hải;\
    Đại Hồng;Đại Hợp 2;Đại Kim;Đại Lai;Đại Lào;Đại Lâm;Đại Lãnh 2;Đại Lịch;Đại Lộc 2;Đại Minh 2;Đại Mạch;Đại Mỗ;\
    Đại Nghĩa 2;Đại Ngãi;Đại Nài;Đại Phong;Đại Phác;Đại Phú;Đại Phúc 2;Đại Phước 2;Đại Phạm;Đại Quang;Đại Sơn 7;\
    Đại Sảo;Đại Thành 4;Đại Thạnh;Đại Thắng 4;Đại Thịnh;Đại Tiến;Đại Trạch;Đại Tâm;Đại Tân;Đại Tập;Đại Từ;Đại Tự;\
    Đại Xuyên;Đại Xuân;Đại Yên 2;Đại Áng;Đại Điền;Đại Đình;Đại Đồng 9;Đại Đồng Thành;Đại Đức;Đạm Bri;Đạo Long;\
    Đạo Lý;Đạo Nghĩa;Đạo Thạnh;Đạo Trù;Đạo Tú;Đạo Viện;Đạo Đức 2;Đạp Thanh;Đạt Hiếu;Đản Ván;Đất Bằng;Đất Cuốc;\
    Đất Mũi;Đất Mới;Đất Đỏ 2;Đầm Dơi 2;Đầm Hà 3;Đập Đá;Đậu Liêu;Đắc Pre;Đắc Pring;Đắc Sơn;Đắc Sở;Đắc Tôi;Đắk Ang;\
    Đắk Blà;Đắk Blô;Đắk Búk So;Đắk Choong;Đắk Cấm;Đắk Drông;Đắk Drô;Đắk Dục;Đắk Glei 2;Đắk Gằn;Đắk Hring;Đắk Ha;\
    Đắk Hà 3;Đắk Hòa;Đắk Kroong;Đắk Kan;Đắk Kôi;Đắk Kơ Ning;Đắk La;Đắk Lao;Đắk Liêng;Đắk Long;Đắk Man;Đắk Mar;\
    Đắk Mil 2;Đắk Mâm;Đắk Môl;Đắk Môn;Đắk N'Drót;Đắk N'Dung;Đắk Na;Đắk Nang;Đắk Ngo;Đắk Nhoong;Đắk Nia;Đắk Nuê;\
    Đắk Nên;Đắk Nông;Đắk Pxi;Đắk Phơi;Đắk Plao;Đắk Pne;Đắk Pék;Đắk R'La;Đắk R'Lấp;Đắk R'Măng;Đắk R'Tíh;Đắk Ring;\
    Đắk Ru;Đắk Ruồng;Đắk Rve;Đắk Rơ Nga;Đắk Rơ Wa;Đắk Rơ Ông;Đắk Sao;Đắk Sin;Đắk Som;Đắk Song;Đắk Sôr;Đắk Sắk;\
    Đắk Trăm;Đắk Tô 2;Đắk Tăng;Đắk Tơ Lung;Đắk Tờ Kan;Đắk Tờ Re;Đắk Ui;Đắk Wer;Đắk Wil;Đắk Xú;Đằng Giang;Đằng Hải;\
    Đằng Lâm;Đặng Cương;Đặng Lễ;Đặng Sơn;Đặng Xá;Đề Thám 3;Đỉnh Bàn;Đỉnh Sơn;Địa Linh;Địch Quả;Định An 5;Định Biên;\
    Định Bình 2;Định Công 2;Định Cư;Định Hiệp;Định Hòa 4;Định Hóa 2;Định Hưng;Định Hải 2;Định Liên;Định Long;\
    Định Môn;Định Mỹ;Định Quán 2;Định Sơn;Định Thành 4;Định Thành A;Định Thủy;Định Tiến;Định Trung 2;Định Tân;\
    Định Tăng;Định Yên;Đốc Binh Kiều;Đốc Tín;Đống Mác;Đống Đa 4;Đồ Sơn;Đồi Ngô;Đồn Xá;Đồn Đạc;Đồng Bài;Đồng Bẩm;\
    Đồng Bục;Đồng Chum;Đồng Cương;Đồng Cẩm;Đồng Cốc;Đồng Du;Đồng Giáp;Đồng Hòa;Đồng Hóa 2;Đồng Hưu;Đồng Hướng;\
    Đồng Hải;Đồng Hới;Đồng Hợp;Đồng Hỷ;Đồng Kho;Đồng Khê;Đồng Khởi;Đồng Kỳ;Đồng Kỵ;Đồng Liên;Đồng Loan;Đồng Lâm 2;\
    Đồng Lê;Đồng Lương 2;Đồng Lạc 6;Đồng Lộc 2;Đồng Lợi;Đồng Mai;Đồng Minh;Đồng Môn;Đồng Mỏ;Đồng Nai;\
    Đồng Nai Thượng;Đồng Nguyên;Đồng Nhân;Đồng Nơ;Đồng Phong;Đồng Phú 4;Đồng Phúc 2;Đồng Quang 3;Đồng Quý;Đồng Quế;\
    Đồng Rui;Đồng Ruộng;Đồng Sơn 7;Đồng Than;Đồng Thanh 2;Đồng Thành;Đồng Thái 2;Đồng Tháp;Đồng Thạnh;Đồng Thắng 3;\
    Đồng Thịnh 4;Đồng Tiến 11;Đồng Trung;Đồng Trúc;Đồng Trạch;Đồng Tuyển;Đồng Tâm 11;Đồng Tân 4;Đồng Tĩnh;Đồng Việt;\
    Đồng Văn 8;Đồng Vương;Đồng Xoài;Đồng Xuân 4;Đồng Yên;Đồng Ích;Đồng Ý;Đồng Đăng;Đổng Quốc Bình;Đổng Xá;Đỗ Sơn;\
    Đỗ Xuyên;Đỗ Động;Độc Lập 4;Đội Bình 2;Đội Cung;Đội Cấn 3;Động Quan;Động Đạt;Đứa Mòn;Đức An;Đức Bác;Đức Bình;\
    Đức Bình Tây;Đức Bình Đông;Đức Bồng;Đức Chánh;Đức Chính 2;Đức Cơ;Đức Giang 4;Đức Hiệp;Đức Huệ;Đức Hòa 4;\
    Đức Hòa Hạ;Đức Hòa Thượng;Đức Hòa Đông;Đức Hóa;Đức Hương;Đức Hạnh 3;Đức Hồng;Đức Hợp;Đức Linh;Đức Liên;Đức Liễu;\
    Đức Long 5;Đức Lân;Đức Lý;Đức Lĩnh;Đức Lương;Đức Lạng;Đức Lập Hạ;Đức Lập Thượng;Đức Lợi;Đức Minh 2;Đức Mạnh;\
    Đức Mỹ;Đức Nghĩa;Đức Nhuận;Đức Ninh 2;Đức Ninh Đông;Đức Phong 2;Đức Phú 2;Đức Phổ 2;Đức Quang;Đức Sơn;\
    Đức Thuận 2;Đức Thành;Đức Thông;Đức Thượng;Đức Thạnh;Đức Thắng 4;Đức Thọ 2;Đức Trạch;Đức Trọng;Đức Tài;\
    Đức Tân 2;Đức Tín;Đức Vân;Đức Xuyên;Đức Xuân 3;Đức Xương;Đức Đồng;Ấm Hạ;Ẳng Cang;Ẳng Nưa;Ẳng Tở;Ứng Hòa;Ứng Hòe;\
    Ỷ La;
    """
}
