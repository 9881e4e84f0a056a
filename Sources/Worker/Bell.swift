/// placeholder until merged
public enum Bell { public static func ring(in home: Home) {} }
