extension ProcedureCatalogue {
  /// What holds before an office has given its own catalogue: any papers, for a procedure yet to be chosen.
  public static let builtIn = ProcedureCatalogue(
    name: "built-in",
    standard: Procedure(
      code: "0.000001",
      name: BilingualText(
        vi: "Tiếp nhận hồ sơ, giấy tờ (chưa phân loại thủ tục)", en: "Papers handed in, procedure yet to be chosen"),
      level: .commune,
      department: BilingualText(
        vi: "Trung tâm Phục vụ hành chính công", en: "Public Administration Service Centre"),
      documents: [], workingDays: 5, fee: 0, retention: "06",
      returnPlaces: ["Bộ phận Tiếp nhận và Trả kết quả"]))

  /// A catalogue of one procedure.
  public init(name: String, standard: Procedure) {
    self.name = name
    procedures = [standard]
    self.standard = standard
  }
}
