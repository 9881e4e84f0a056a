import Dossiers
import Foundation
import Testing

@Suite struct DossierRulesTests {
  static func required(_ kind: Procedure.RequiredDocument.Kind, _ count: Int = 1) -> Procedure.RequiredDocument {
    Procedure.RequiredDocument(
      name: BilingualText(vi: "Giấy \(kind.rawValue)", en: "Paper \(kind.rawValue)"), kind: kind, count: count)
  }

  @Test("the sample catalogue is good, and its default takes any paper")
  func sample() throws {
    let catalogue = try ProcedureCatalogue.read(file("samples/procedures.json"))
    #expect(catalogue.standard.code == "0.000001")
    #expect(catalogue.procedures.count == 6)
    let residence = try #require(catalogue.procedure(code: "1.004222"))
    #expect(residence.workingDays == 7)
    #expect(residence.fee == 20_000)
    #expect(residence.documents.map(\.kind) == [.form, .idCard])
    #expect(catalogue.suggestion(for: "1.04222") == "1.004222")
  }

  @Test("the faults of a catalogue show all at once, in place")
  func faults() {
    let text = """
      { "catalogue": "c", "default": "1.00422",
        "procedures": [
          { "code": "1.004222", "name": { "vi": "a", "en": "b" }, "level": "comune",
            "department": { "vi": "a", "en": "b" }, "documents": [ { "name": { "vi": "a" }, "kind": "idcard" } ],
            "workingDays": 1.5, "fee": { "amount": -1, "currency": "USD" }, "retention": "08", "colour": 1 },
          { "code": "1.004222", "name": { "vi": "a", "en": "b" }, "level": "commune",
            "department": { "vi": "a", "en": "b" }, "documents": [], "workingDays": 1,
            "fee": { "amount": 0, "currency": "VND" }, "retention": "01" }
        ] }
      """
    let errors = #expect(throws: JSONFaults.self) { try ProcedureCatalogue.read(Array(text.utf8)) }
    #expect(
      errors?.faults.map(\.description) == [
        #"1:32: the default procedure "1.00422" is not in the catalogue; did you mean "1.004222"?"#,
        #"3:70: unknown value "comune"; did you mean "commune"?"#,
        #"4:72: the key "en" is missing"#,
        #"4:95: unknown value "idcard"; did you mean "id-card"?"#,
        "5:22: a number where a whole number belongs",
        "5:46: -1 is out of range; expected 0 to 1000000000000",
        #"5:62: unknown value "USD"; expected one of VND"#,
        #"5:84: unknown value "08"; expected one of 01, 02, 03, 04, 05, 06, 07"#,
        #"5:90: unknown key "colour"; expected one of code, name, level, department, documents, workingDays, fee, retention, returnPlaces, accessMode, fonds, language"#,
        #"6:15: the code "1.004222" is taken by procedures[0]"#,
      ])
  }

  @Test(
    "what is missing is named, and what may be there is not",
    arguments: [
      // The default procedure: any paper at all.
      ([required(.any)], [[]], 0, []),
      ([required(.any)], [], 0, ["any 1"]),
      ([required(.idCard)], [[.idCard]], 1, []),
      ([required(.idCard)], [[.receipt]], 0, ["id-card 1"]),
      // Two files, the two sides of one card: one card.
      ([required(.idCard, 2)], [[.idCard], [.idCard]], 1, ["id-card 1"]),
      // A scan that holds a card and a receipt.
      ([required(.idCard), required(.receipt)], [[.idCard, .receipt]], 1, []),
      ([required(.receipt, 2)], [[.receipt]], 0, ["receipt 1"]),
      // An unrecognised paper may be the form that is asked for; a card is not.
      ([required(.form)], [[.other]], 0, []), ([required(.form)], [[]], 0, []),
      ([required(.form)], [[.idCard]], 1, ["form 1"]), ([required(.form)], [[.form]], 0, []),
      // Two different forms, one paper.
      ([required(.form), required(.form)], [[.form]], 0, ["form 1"]),
    ] as [([Procedure.RequiredDocument], [[Part.Kind]], Int, [String])])
  func completeness(required: [Procedure.RequiredDocument], kinds: [[Part.Kind]], people: Int, missing: [String]) {
    let found = Completeness.missing(required, holdings: kinds.map(Completeness.Holding.init), people: people)
    #expect(found.map { "\($0.document.kind.rawValue) \($0.count)" } == missing)
    #expect(Completeness.problems(found, strict: false).allSatisfy { $0.severity == .warning })
    let strict = Completeness.problems(found, strict: true)
    #expect(strict.count == missing.count && strict.allSatisfy { $0.severity == .review })
    #expect(zip(strict, found).allSatisfy { $0.message.vi.contains($1.document.name.vi) })
  }

  @Test("a file handed in twice is noted once, on the later one")
  func duplicates() {
    let files = [("a.jpg", "1"), ("b.jpg", "2"), ("c.jpg", "1"), ("d.jpg", "3")].enumerated().map {
      Duplicates.File(ordinal: $0.offset + 1, name: $0.element.0, sha256: $0.element.1)
    }
    let found = Duplicates.problems(files, elsewhere: ["3": "H26.1-260804-0001", "1": "H26.1-260804-0002"])
    #expect(found.map(\.ordinal) == [1, 3, 4])
    #expect(found.allSatisfy { $0.problem.code == .documentDuplicate && $0.problem.severity == .warning })
    #expect(found[1].problem.message.vi.contains("a.jpg"))
    #expect(found[2].problem.message.en.contains("H26.1-260804-0001"))
  }

  @Test(
    "the gate lets a dossier through only when nothing holds it",
    arguments: [
      ([.accepted], [], .proceed), ([.accepted, .cancelled], [], .proceed), ([.accepted, .waiting], [], .wait),
      ([.rejected, .waiting], [], .wait), ([.accepted, .rejected], [], .rejected),
      ([.quarantined, .rejected], [], .rejected), ([.accepted, .quarantined], [], .review), ([.review], [], .review),
      ([.cancelled], [], .review), ([], [], .review), ([.accepted], [.warning], .proceed),
      ([.accepted], [.review], .review), ([.accepted], [.review, .rejects], .rejected),
    ] as [([DossierGate.DocumentState], [Problem.Severity], DossierGate.Decision)])
  func gate(documents: [DossierGate.DocumentState], problems: [Problem.Severity], decision: DossierGate.Decision) {
    let text = BilingualText(vi: "a", en: "b")
    let problems = problems.map {
      Problem(code: .identityConflict, severity: $0, message: text, remedy: text)
    }
    #expect(DossierGate.decide(documents, problems: problems) == decision)
  }

  @Test(
    "each state has its number on the national portal",
    arguments: [
      (.received, .init(), 1), (.review, .init(), 1), (.review, .init(hasCode: true), 2), (.rejected, .init(), 5),
      (.rejected, .init(isRefusedByOfficer: true), 3), (.accepted, .init(hasCode: true), 2), (.handedOff, .init(), 4),
      (.resultReady, .init(), 9), (.cancelled, .init(), 8), (.cancelled, .init(isWithdrawnByCitizen: true), 7),
    ] as [(DossierStanding, DossierStanding.Circumstances, Int)])
  func national(standing: DossierStanding, circumstances: DossierStanding.Circumstances, number: Int) {
    #expect(standing.nationalStatus(circumstances).rawValue == number)
  }

  @Test("every state is explained in both languages, with what to do next", arguments: DossierStanding.allCases)
  func statusTexts(standing: DossierStanding) throws {
    let due = try #require(Timestamp(iso: "2026-08-14T17:00:00+07:00"))
    for text in [DossierStatusText(standing), DossierStatusText(standing, due: due)] {
      for message in [text.status, text.nextStep] {
        #expect(message.vi.hasSuffix(".") && message.en.hasSuffix("."))
        #expect(message.vi.utf8.elementsEqual(message.vi.nfc.utf8))
        // Vietnamese without a single diacritic would be a slip.
        #expect(message.vi.withoutDiacritics != message.vi)
      }
    }
    let names = DossierStatusText(standing, due: due).nextStep
    #expect(names.vi.contains("17:00 ngày 14/08/2026") == [.accepted, .handedOff].contains(standing))
  }
}
