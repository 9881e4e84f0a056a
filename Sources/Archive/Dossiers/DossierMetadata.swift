import Dossiers
import Foundation

/// `metadata/dossier.json`: what the record knows of a dossier, for programs and for people, keys in order.
struct DossierMetadata: Encodable {
  private struct File: Encodable {
    let path: String
    let sha256: String
    let byteCount: Int64
  }

  private struct Document: Encodable {
    let ordinal: Int
    let name: String
    let original: File
    let mediaType: String?
    let pageCount: Int?
    let verdict: Verdict
    let receivedAt: String
    let parts: [Part]
    let problems: [Problem]
    /// Left out where there are none.
    let supersededBy: [Int]?
    let text: String?
    let normalised: File?
    let normalisedAs: String?
    let notNormalised: String?
  }

  private struct Receipt: Encodable {
    let pdf: File
    let png: File?
    let issuedAt: String
    let contentDigest: String
    let keyID: String
    let signature: String
  }

  private struct Previous: Encodable {
    let path: String
    let digest: String
  }

  /// Of this file's shape; rises when a key changes its meaning.
  private let format = 1
  private let code: String
  private let version: Int
  private let previousPackage: Previous?
  private let agency: DossierContents.Agency
  private let procedure: DossierContents.Procedure
  private let channel: String
  private let sender: String?
  private let receivedAt: String
  private let dueAt: String?
  private let packagedAt: String
  private let plan: String
  private let program: String
  private let documents: [Document]
  private let problems: [Problem]
  private let receipt: Receipt?
  private let archive: ArchivalDescription

  init(_ contents: DossierContents, _ layout: DossierLayout) {
    func time(_ timestamp: Timestamp) -> String { VietnamTime(timestamp).dateAndTime }
    func file(_ path: String, _ file: ArchivedFile) -> File {
      File(path: path, sha256: file.sha256, byteCount: file.byteCount)
    }
    code = contents.code
    version = contents.version
    previousPackage = contents.previous.map { Previous(path: $0.path, digest: $0.digest) }
    agency = contents.agency
    procedure = contents.procedure
    channel = contents.channel
    sender = contents.sender
    receivedAt = time(contents.receivedAt)
    dueAt = contents.dueAt.map(time)
    packagedAt = time(contents.packagedAt)
    plan = contents.planID
    program = contents.program
    problems = contents.problems
    archive = contents.description
    documents = layout.places.map { place in
      let document = place.document
      var normalised: File?
      var normalisedAs: String?
      var notNormalised: String?
      switch document.normalisation {
      case .none: break
      case .copy(let copy, let format):
        normalised = place.normalised.map { file($0, copy) }
        normalisedAs = format
      case .original(let format): normalisedAs = format
      case .failed(let reason): notNormalised = reason
      }
      return Document(
        ordinal: document.ordinal, name: document.name, original: file(place.original, document.original),
        mediaType: document.mediaType, pageCount: document.pageCount, verdict: document.verdict,
        receivedAt: time(document.receivedAt), parts: document.parts, problems: document.problems,
        supersededBy: document.supersededBy.isEmpty ? nil : document.supersededBy, text: place.text,
        normalised: normalised, normalisedAs: normalisedAs, notNormalised: notNormalised)
    }
    receipt = contents.receipt.map { receipt in
      Receipt(
        pdf: file(layout.receiptPDF, receipt.pdf), png: receipt.png.map { file(layout.receiptPNG, $0) },
        issuedAt: time(receipt.issuedAt), contentDigest: receipt.contentDigest, keyID: receipt.keyID,
        signature: receipt.signature)
    }
  }

  /// UTF-8, one line break at the end.
  func json() throws(ArchiveError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [0x0a]
    } catch {
      throw ArchiveError(.invalid, "the dossier's metadata is no JSON: \(error)")
    }
  }
}
