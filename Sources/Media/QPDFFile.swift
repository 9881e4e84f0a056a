import CQPDF
import Glibc

/// One qpdf handle over bytes in memory.
final class QPDFFile {
  private let data: qpdf_data
  // qpdf reads from it as it goes.
  private let bytes: FileBytes
  private var complaints: [String] = []
  let needsPassword: Bool
  let isReadable: Bool

  /// Nil only when there is no memory for a handle; damage is told by `takeComplaints`.
  init?(_ bytes: FileBytes) {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    self.bytes = bytes
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    let code = qpdf_read_memory(data, "upload", UnsafeRawPointer(bytes.pointer), UInt64(bytes.count), nil)
    isReadable = code & (1 << 1) == 0
    var asksForPassword = false
    if !isReadable, let error = qpdf_get_error(data) {
      asksForPassword = qpdf_get_error_code(data, error) == qpdf_e_password
      complaints.append(String(cString: qpdf_get_error_message_detail(data, error)))
    }
    needsPassword = asksForPassword
  }

  deinit {
    // qpdf writes errors that nobody fetched to standard error.
    noteError()
    var handle: qpdf_data? = data
    qpdf_cleanup(&handle)
  }

  var isEncrypted: Bool { isReadable && qpdf_is_encrypted(data) != 0 }

  /// Asks the root of the page tree first, so that an absurd count costs nothing.
  func pageCount(maxPages: Int) -> Int? {
    guard isReadable else { return nil }
    let declared = root["Pages"]?["Count"]?.integer ?? 0
    if declared > maxPages { return declared }
    let counted = qpdf_get_num_pages(data)
    noteError()
    return counted >= 0 ? Int(counted) : nil
  }

  var root: QPDFObject { QPDFObject(file: self, handle: qpdf_get_root(data)) }

  /// `index` counts from 0.
  func page(_ index: Int) -> QPDFObject { QPDFObject(file: self, handle: qpdf_get_page_n(data, index)) }

  /// Everything said so far, at most 20 lines.
  func takeComplaints() -> [String] {
    noteError()
    while qpdf_more_warnings(data) != 0, let warning = qpdf_next_warning(data) {
      if complaints.count < 20 { complaints.append(String(cString: qpdf_get_error_message_detail(data, warning))) }
    }
    return complaints
  }

  /// The document written anew, without what was broken and without encryption; nil when that fails.
  func rewritten() -> FileBytes? {
    guard isReadable, qpdf_init_write_memory(data) & (1 << 1) == 0 else { return nil }
    qpdf_set_preserve_encryption(data, 0)
    qpdf_set_stream_data_mode(data, qpdf_s_preserve)
    guard qpdf_write(data) & (1 << 1) == 0, let start = qpdf_get_buffer(data) else { return nil }
    return FileBytes([UInt8](UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(data))))
  }

  /// Handles are numbered; letting go of them keeps long walks flat.
  func releaseHandles() {
    qpdf_oh_release_all(data)
  }

  /// Adds a page, counted from 0, to another file as its last one.
  func lend(page index: Int, to other: qpdf_data) -> Bool {
    let page = qpdf_get_page_n(data, index)
    guard qpdf_oh_is_dictionary(data, page) != 0 else { return false }
    return qpdf_add_page(other, data, page, 0) & (1 << 1) == 0
  }

  fileprivate var handleData: qpdf_data { data }

  private func noteError() {
    guard qpdf_has_error(data) != 0, let error = qpdf_get_error(data) else { return }
    if complaints.count < 20 { complaints.append(String(cString: qpdf_get_error_message_detail(data, error))) }
  }
}

/// A PDF object as qpdf shows it. Asking an object of another type gives nil.
struct QPDFObject {
  private let file: QPDFFile
  private let handle: qpdf_oh

  fileprivate init(file: QPDFFile, handle: qpdf_oh) {
    self.file = file
    self.handle = handle
  }

  private var data: qpdf_data { file.handleData }

  /// The value of `key` (without its slash) where this is a dictionary or a stream that has it.
  subscript(key: String) -> QPDFObject? {
    let dictionary = isStream ? qpdf_oh_get_dict(data, handle) : handle
    guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return nil }
    let value = qpdf_oh_get_key(data, dictionary, "/\(key)")
    return qpdf_oh_is_null(data, value) != 0 ? nil : QPDFObject(file: file, handle: value)
  }

  /// Of a dictionary, without slashes.
  var keys: [String] {
    guard qpdf_oh_is_dictionary(data, handle) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, handle)
    while qpdf_oh_dict_more_keys(data) != 0, let key = qpdf_oh_dict_next_key(data) {
      keys.append(String(String(cString: key).dropFirst()))
    }
    return keys
  }

  /// The first items of an array; empty for anything else.
  func items(atMost limit: Int) -> [QPDFObject] {
    guard qpdf_oh_is_array(data, handle) != 0 else { return [] }
    let count = min(Int(qpdf_oh_get_array_n_items(data, handle)), limit)
    return (0..<max(count, 0)).map {
      QPDFObject(file: file, handle: qpdf_oh_get_array_item(data, handle, Int32($0)))
    }
  }

  var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }

  var integer: Int? {
    guard qpdf_oh_is_integer(data, handle) != 0 else { return nil }
    return Int(clamping: qpdf_oh_get_int_value(data, handle))
  }

  var bool: Bool? {
    guard qpdf_oh_is_bool(data, handle) != 0 else { return nil }
    return qpdf_oh_get_bool_value(data, handle) != 0
  }

  /// An array's, where it holds nothing but numbers; else empty.
  var numbers: [Double] {
    let items = items(atMost: 16)
    let numbers = items.compactMap { item in
      qpdf_oh_is_number(data, item.handle) != 0 ? qpdf_oh_get_numeric_value(data, item.handle) : nil
    }
    return numbers.count == items.count ? numbers : []
  }

  /// Without its slash.
  var name: String? {
    guard qpdf_oh_is_name(data, handle) != 0, let name = qpdf_oh_get_name(data, handle) else { return nil }
    return String(String(cString: name).dropFirst())
  }

  /// Zero for a direct object.
  var id: Int { Int(qpdf_oh_get_object_id(data, handle)) }

  /// A name, or the names in an array: how filters are given.
  var names: [String] { name.map { [$0] } ?? items(atMost: 16).compactMap(\.name) }

  /// A stream's data as it is stored, less encryption; nil where it isn't one.
  func storedData() -> [UInt8]? {
    guard isStream else { return nil }
    var (buffer, count, isDecoded): (UnsafeMutablePointer<UInt8>?, Int, QPDF_BOOL) = (nil, 0, 0)
    let code = qpdf_oh_get_stream_data(data, handle, qpdf_dl_none, &isDecoded, &buffer, &count)
    defer { free(buffer) }
    guard code & (1 << 1) == 0, let buffer else { return nil }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: count))
  }

  /// A stream's decoded data; nil where it isn't one, stores more than `storedLimit` bytes or cannot be decoded.
  func streamData(storedLimit: Int) -> [UInt8]? {
    guard isStream, let stored = self["Length"]?.integer, stored <= storedLimit else { return nil }
    var (buffer, count, isDecoded): (UnsafeMutablePointer<UInt8>?, Int, QPDF_BOOL) = (nil, 0, 0)
    let code = qpdf_oh_get_stream_data(data, handle, qpdf_dl_generalized, &isDecoded, &buffer, &count)
    defer { free(buffer) }
    guard code & (1 << 1) == 0, isDecoded != 0, let buffer else { return nil }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: count))
  }
}
