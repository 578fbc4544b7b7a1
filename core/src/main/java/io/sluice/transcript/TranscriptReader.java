package io.sluice.transcript;

import io.sluice.json.JsonObject;
import io.sluice.transcript.BoundedLines.Ending;
import io.sluice.transcript.BoundedLines.Line;
import io.sluice.transcript.BoundedLines.LineTooLongException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads transcripts line by line ({@code docs/transcript-format.md}), never more than one line at a
 * time and no line longer than {@value #LONGEST_LINE} bytes. Mutable; for one thread.
 */
public final class TranscriptReader implements Closeable {

  /** The longest line that is read, in bytes. */
  public static final int LONGEST_LINE = 64 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final InputStream in;
  private final BoundedLines lines;
  private long number;
  private long unexplained;
  private boolean opened;
  private boolean torn;

  private TranscriptReader(String name, InputStream in) {
    this.name = name;
    this.in = in;
    this.lines = new BoundedLines(in, LONGEST_LINE);
  }

  /** Opens a file. */
  public static TranscriptReader open(Path file) throws IOException {
    return of(file.toString(), Files.newInputStream(file));
  }

  /**
   * Reads from a stream, which {@link #close} closes.
   *
   * @param name the stream's name in messages
   */
  public static TranscriptReader of(String name, InputStream in) {
    return new TranscriptReader(name, in);
  }

  /**
   * The next line of a known type; empty at the end.
   *
   * @throws IOException with a one-line message, if reading fails, or if the input is no transcript
   *     or has an unknown version
   */
  public Optional<TranscriptLine> next() throws IOException {
    for (Optional<Line> line = read(); line.isPresent(); line = read()) {
      Optional<TranscriptLine> known = take(line.get());
      if (known.isPresent()) {
        return known;
      }
    }
    refuseUnexplained();
    return Optional.empty();
  }

  /** Whether a line so far was cut off while it was written, and was therefore left out. */
  public boolean torn() {
    return torn;
  }

  /** Closes the file or stream that is read. */
  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<Line> read() throws IOException {
    number++;
    try {
      return lines.next();
    } catch (LineTooLongException tooLong) {
      throw complaint(number, "is longer than " + LONGEST_LINE + " bytes");
    }
  }

  private Optional<TranscriptLine> take(Line line) throws IOException {
    String text = number == 1 ? withoutMark(line.text()) : line.text();
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<JsonObject> object = object(text);
    if (object.isEmpty()) {
      tear(line.ending());
      return Optional.empty();
    }
    checkPlace(object.get());
    return parsed(object.get());
  }

  private void tear(Ending ending) throws IOException {
    refuseUnexplained();
    torn = true;
    unexplained = ending == Ending.CLOSED ? number : 0;
  }

  /**
   * An open line is allowed after a torn one: a run was appended to a file that a crash cut off.
   */
  private void checkPlace(JsonObject line) throws IOException {
    boolean opens = line.string("type").filter("open"::equals).isPresent();
    if (opens) {
      opened = true;
      unexplained = 0;
    }
    refuseUnexplained();
    if (!opened) {
      throw complaint(number, "begins no transcript; its type is not 'open'");
    }
  }

  private void refuseUnexplained() throws IOException {
    if (unexplained != 0) {
      throw complaint(unexplained, "is no JSON object");
    }
  }

  private Optional<TranscriptLine> parsed(JsonObject line) throws IOException {
    try {
      return LineParser.parse(line);
    } catch (IllegalArgumentException malformed) {
      throw complaint(number, String.valueOf(malformed.getMessage()));
    }
  }

  private static Optional<JsonObject> object(String text) {
    try {
      return Optional.of(JsonObject.read(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private IOException complaint(long line, String what) {
    return new IOException(name + ": line " + line + " " + what);
  }
}
