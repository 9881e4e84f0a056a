/// The program's version, for people, packages and the store's registrations.
public enum HosoVersion {
  public static let text = "0.1.0"
}
