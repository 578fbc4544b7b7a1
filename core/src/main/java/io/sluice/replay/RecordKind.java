package io.sluice.replay;

import io.sluice.chat.ChatRequest;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import io.sluice.wire.Dialect;
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
 * @param dialect the name of the dialect it is in, if the record says so
 * @param request what was asked, if the record says so
 * @param attributes what the caller said of the run that was recorded, as strings by name
 */
record RecordKind(
    Kind kind,
    Optional<String> dialect,
    Optional<ChatRequest> request,
    Map<String, String> attributes) {

  private static final int LOOKED_AT = 512;
  private static final Pattern TEXT = Pattern.compile("\\{|:|(data|event|id|retry):");

  /**
   * Looks at a file's beginning: a transcript's first line is a JSON object, no event's is, and a
   * document is what {@code dialect} can read as one.
   */
  static RecordKind inspect(Path file, Dialect dialect) throws IOException {
    int first = firstVisibleByte(file);
    if (first < 0) {
      throw new IOException(file + " is empty; there is nothing to replay");
    }
    if (isBinary(file)) {
      throw new IOException(file + " is binary; name an event stream or a transcript");
    }
    if (first != '{') {
      return body(first == '<' || first == '[' ? Kind.DOCUMENT : Kind.EVENTS);
    }
    try {
      return transcript(file);
    } catch (IOException none) {
      if (RecordedDocument.isOne(file, dialect)) {
        return body(Kind.DOCUMENT);
      }
      throw none;
    }
  }

  private static RecordKind body(Kind kind) {
    return new RecordKind(kind, Optional.empty(), Optional.empty(), Map.of());
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
