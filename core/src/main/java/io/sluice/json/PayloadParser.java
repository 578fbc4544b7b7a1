package io.sluice.json;

import io.sluice.chat.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.async.NonBlockingByteArrayJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.core.util.BufferRecycler;

/**
 * Jackson's non-blocking parser, fed one whole document after another, so that a parser is created
 * once for each stream, not for each chunk. It also knows its position in the bytes, so that a
 * value can be copied verbatim. Mutable; for one thread at a time.
 */
final class PayloadParser extends NonBlockingByteArrayJsonParser {

  /** More names than any dialect has; a stream with more makes them up. */
  private static final int MOST_NAMES = 2048;

  /**
   * The names that servers send in every chunk. Parsers share this table until one reads another
   * name, and then gets a copy, so that ten thousand open streams do not hold the same names each.
   */
  private static final ByteQuadsCanonicalizer USUAL_NAMES =
      tableOf(
          """
          {"id":0,"object":0,"created":0,"model":0,"choices":0,"usage":0,"error":0,"x_groq":0,
          "index":0,"delta":0,"message":0,"finish_reason":0,"native_finish_reason":0,"logprobs":0,
          "role":0,"content":0,"reasoning":0,"reasoning_content":0,"refusal":0,"tool_calls":0,
          "function_call":0,"function":0,"name":0,"arguments":0,"type":0,"text":0,"thinking":0,
          "service_tier":0,"system_fingerprint":0,"obfuscation":0,"provider":0,"stop_reason":0,
          "prompt_tokens":0,"completion_tokens":0,"total_tokens":0,"token_ids":0}
          """);

  private static final byte[] NOTHING = {};

  private byte[] document = NOTHING;

  private PayloadParser(IOContext context, ByteQuadsCanonicalizer names) {
    super(
        ObjectReadContext.empty(),
        context,
        StreamReadFeature.collectDefaults(),
        JsonReadFeature.collectDefaults(),
        names);
  }

  static PayloadParser open() {
    return open(USUAL_NAMES);
  }

  private static ByteQuadsCanonicalizer tableOf(String document) {
    ByteQuadsCanonicalizer table = ByteQuadsCanonicalizer.createRoot();
    PayloadParser parser = open(table);
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
    parser.next();
    parser.skipValue();
    parser.close(); // Closing returns the names to the shared table.
    return table;
  }

  private static PayloadParser open(ByteQuadsCanonicalizer table) {
    var context =
        new IOContext(
            StreamReadConstraints.defaults(),
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            new SmallBuffers(),
            ContentReference.unknown(),
            false,
            JsonEncoding.UTF8);
    int features = TokenStreamFactory.Feature.collectDefaults();
    return new PayloadParser(context, table.makeChildOrPlaceholder(features));
  }

  /** Starts on the next document; the one before must have been read to its end. */
  void feed(byte[] bytes, int offset, int length) {
    document = bytes;
    feedInput(bytes, offset, offset + length);
  }

  /** Releases the document, which was read to its end. */
  void rest() {
    feed(NOTHING, 0, 0);
  }

  /** Whether it remembers too many names to be kept. */
  boolean isWorn() {
    return _symbols.size() > MOST_NAMES;
  }

  /** The next token of this document. */
  JsonToken next() {
    JsonToken token = nextToken();
    if (token == null || token == JsonToken.NOT_AVAILABLE) {
      throw new MalformedJsonException("JSON that ends too early");
    }
    return token;
  }

  /** Moves to the next member of the current object; false at the object's end. */
  boolean nextMember() {
    return next() == JsonToken.PROPERTY_NAME;
  }

  /** Reads to the end of the current value. */
  void skipValue() {
    int depth = 0;
    JsonToken token = currentToken();
    while (true) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      token = next();
    }
  }

  /** Refuses anything but white space after the document. */
  void expectEnd() {
    if (nextToken() != JsonToken.NOT_AVAILABLE) {
      throw new MalformedJsonException("more than one JSON value");
    }
  }

  /** The position in the document, after the last token. */
  int position() {
    return _inputPtr;
  }

  /** The start of a value whose name, or whose preceding element, ended at {@code mark}. */
  int valueStart(int mark) {
    int start = mark;
    while (document[start] <= ' ' || document[start] == ':' || document[start] == ',') {
      start++;
    }
    return start;
  }

  /** The current value, verbatim; reads to its end. */
  Json json(int mark) {
    skipValue();
    return Json.verbatim(text(valueStart(mark)));
  }

  /** The text between {@code start} and the end of the last token. */
  String text(int start) {
    return new String(document, start, position() - start, StandardCharsets.UTF_8);
  }

  /** Whether the value that begins at {@code start} is a string. */
  boolean isStringAt(int start) {
    return document[start] == '"';
  }

  /** Whether the bytes from {@code start} to the end of the last token are this text. */
  boolean reads(int start, String text) {
    int length = position() - start;
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte character = document[start + i];
      if (character < 0 || character != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Buffers that start at the size of a chunk's strings and grow where needed: Jackson's own start
   * at 8 kB, too much for ten thousand open streams. Mutable; for one thread at a time.
   */
  private static final class SmallBuffers extends BufferRecycler {

    private static final int CHARACTERS = 64;

    @Override
    protected int charBufferLength(int which) {
      return CHARACTERS;
    }
  }
}
