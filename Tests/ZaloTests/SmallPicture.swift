import Foundation

/// A grey JPEG of 96 × 64 pixels with a frame and “MAU 01” on it: reading it takes no time.
enum SmallPicture {
  static let bytes = Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())

  private static let base64 = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i
    Z2hnPk1xeXBkeFxlZ2P/wAALCABAAGABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF
    BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW
    V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi
    4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AO2oooooooooooorORLi5u7wC+nhSKUIqRrHjGxG7qT1Y1J9iuP+gnd/98xf/EUf
    Yrj/AKCd3/3zF/8AEUfYrj/oJ3f/AHzF/wDEUfYrj/oJ3f8A3zF/8RR9iuP+gnd/98xf/EUfYrj/AKCd3/3zF/8AEUfYrj/oJ3f/
    AHzF/wDEUfYrj/oJ3f8A3zF/8RUN1Hc2qRyjULiT99EpV1jwQzqp6ID0JrToqlY/8feo/wDXwP8A0VHV2iiiiiiiqWq/8eif9fEH
    /o1Ku0VSsf8Aj71H/r4H/oqOsqfVLxNP1DEuLhZZDC20fKil+OnPEbfpV+S+ddYSEFvIGI2HlnbvIJzux/ujGf4qLC6mm/s3zHz5
    1mZZOBy37vn/AMeP502xubmUwFpQxurZplDKMRnK4HGCR83c9qtaZJLJaEzyeY6yyIWwBkK7AcD2Aq3RRVLVf+PRP+viD/0alXaK
    pWP/AB96j/18D/0VHTn020fduhzuV1PzHkOSW79yT9M8VKbWEoylOGcSHk/eBBB/MCmwWcFu5eJCDjAyxIUdcAE8D2FLBZwW7s8S
    bWbj7xOBnOBnoPYU+KJIUKxrtUszEZ7kkn9Sakooqlqv/Hon/XxB/wCjUq7RVKx/4+9R/wCvgf8AoqOrtFFFFFFFUtV/49E/6+IP
    /RqVdorMiuVtby+Esdx88wZSlvI4I8tB1UEdQam/tO3/AOed3/4CS/8AxNH9p2//ADzu/wDwEl/+Jo/tO3/553f/AICS/wDxNH9p
    2/8Azzu//ASX/wCJo/tO3/553f8A4CS//E0f2nb/APPO7/8AASX/AOJo/tO3/wCed3/4CS//ABNH9p2//PO7/wDASX/4moL28S5i
    jiiiuS5nhPzW0ijAkUkklcDgGtSiiiiiiiiiiiiv/9k=
    """
}
