/// Where a host finds what it was started with.
public enum HostDescriptors {
  /// One end of the socket pair.
  public static let channel: Int32 = 3
  /// The reading end of a pipe whose end of file means that the worker is gone.
  public static let lifeline: Int32 = 4
  /// The file that a program of the operator's looks at.
  public static let input: Int32 = 3
}
