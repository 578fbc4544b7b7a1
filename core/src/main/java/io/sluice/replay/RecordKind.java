package io.sluice.replay;

import io.sluice.chat.ChatRequest;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import io.sluice.wire.Dialect;
import io.sluice.wire.Framing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of record a file holds.
 *
 * @param kind which
 * @param framing how the events of a stream are separated
 * @param dialect the name of the dialect it is in, if the record says so
 * @param request what was asked, if the record says so
 * @param attributes what the caller said of the run that was recorded, as strings by name
 */
record RecordKind(
    Kind kind,
    Framing framing,
    Optional<String> dialect,
    Optional<ChatRequest> request,
    Map<String, String> attributes) {

  private static final int LOOKED_AT = 512;
  private static final Pattern TEXT = Pattern.compile("\\{|:|(data|event|id|retry):");

  /**
   * Looks at a file's beginning. A transcript begins with a line of its own kind; what else begins
   * with a JSON object is a document if {@code dialect} can read it as one, or a stream if the
   * dialect's framing has such lines.
   */
  static RecordKind inspect(Path file, Dialect dialect) throws IOException {
    int first = firstVisibleByte(file);
    if (first < 0) {
      throw new IOException(file + " is empty; there is nothing to replay");
    }
    Framing framing = framing(file, (byte) first, dialect);
    if (framing == Framing.AWS_EVENT_STREAM) {
      return stream(framing);
    }
    if (isBinary(file)) {
      throw new IOException(file + " is binary; name an event stream or a transcript");
    }
    if (first != '{') {
      boolean document = first == '<' || (first == '[' && framing == Framing.SSE);
      return document ? document() : stream(framing);
    }
    try {
      return transcript(file);
    } catch (IOException none) {
      if (RecordedDocument.isOne(file, dialect)) {
        return document();
      }
      if (framing == Framing.NDJSON) {
        return stream(framing);
      }
      throw none;
    }
  }

  /** Only binary messages begin with a byte of zero: the first of their length. */
  private static Framing framing(Path file, byte first, Dialect dialect) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte start = (byte) in.read();
      return dialect.framing(start == 0 ? start : first);
    }
  }

  private static RecordKind document() {
    return body(Kind.DOCUMENT, Framing.SSE);
  }

  private static RecordKind stream(Framing framing) {
    return body(Kind.EVENTS, framing);
  }

  private static RecordKind body(Kind kind, Framing framing) {
    return new RecordKind(kind, framing, Optional.empty(), Optional.empty(), Map.of());
  }

  private static RecordKind transcript(Path file) throws IOException {
    try (TranscriptReader reader = TranscriptReader.open(file)) {
      Optional<TranscriptLine.OpenLine> open =
          reader
              .next()
              .filter(TranscriptLine.OpenLine.class::isInstance)
              .map(TranscriptLine.OpenLine.class::cast);
      return new RecordKind(
          Kind.TRANSCRIPT,
          Framing.SSE,
          open.map(TranscriptLine.OpenLine::dialect),
          open.flatMap(TranscriptLine.OpenLine::request),
          open.map(TranscriptLine.OpenLine::attributes).orElse(Map.of()));
    }
  }

  /**
   * Neither event streams nor JSON have bytes of zero, but for one behind an object now and then;
   * other files soon have many.
   */
  private static boolean isBinary(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(LOOKED_AT);
      int zeros = 0;
      for (byte each : start) {
        zeros += each == 0 ? 1 : 0;
      }
      return zeros > (isText(start) ? start.length / 10 : 0);
    }
  }

  /** Whether it begins like a line of an event stream, or like JSON. */
  private static boolean isText(byte[] start) {
    String words = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
    return TEXT.matcher(words).lookingAt();
  }

  private static int firstVisibleByte(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      while (first >= 0 && first <= ' ') {
        first = in.read();
      }
      return first;
    }
  }

  enum Kind {
    EVENTS,
    DOCUMENT,
    TRANSCRIPT
  }
}
