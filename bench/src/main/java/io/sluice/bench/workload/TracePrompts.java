package io.sluice.bench.workload;

import io.sluice.bench.measure.TextTokens;
import io.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A recorded trace: when requests came to a real service and how long they were. Their texts are
 * made up, because traces hold none. Immutable.
 *
 * <p>Two formats are read: the CSV of Azure's public traces, with the columns {@code
 * TIMESTAMP,ContextTokens,GeneratedTokens}, and JSON lines with {@code timestamp} in milliseconds,
 * {@code input_length} and {@code output_length}. Requests that stand out of order are put in
 * order.
 */
public final class TracePrompts implements Workload {
  private final List<Arrived> requests;
  private final double speed;
  private final SyntheticPrompts texts;

  private record Arrived(long nanos, int input, int output) {}

  private TracePrompts(List<Arrived> requests, double speed, SyntheticPrompts texts) {
    this.requests = List.copyOf(requests);
    this.speed = speed;
    this.texts = texts;
  }

  /**
   * Reads a trace of at most 256 MiB.
   *
   * @param speed how many times faster than recorded it is played, above 0
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException in one line with the number of the line, if it is no trace
   */
  public static TracePrompts read(Path file, double speed, long seed, TextTokens.Factory encoding)
      throws IOException {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a speed of " + speed + " plays nothing; use above 0");
    }
    List<Arrived> requests = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) WorkloadFile.text(file).lines()::iterator) {
      number++;
      if (!line.isBlank() && !line.startsWith("TIMESTAMP")) {
        requests.add(arrived(line, file + ":" + number));
      }
    }
    if (requests.isEmpty()) {
      throw new IllegalArgumentException(file + " has no requests; use another trace");
    }
    requests.sort(Comparator.comparingLong(Arrived::nanos));
    return new TracePrompts(
        requests, speed, new SyntheticPrompts(TokenLengths.usual(), seed, encoding));
  }

  private static Arrived arrived(String line, String place) {
    try {
      return line.startsWith("{") ? ofJson(JsonObject.read(line)) : ofCsv(line.split(",", -1));
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException broken) {
      throw new IllegalArgumentException(
          place
              + " is no request of a trace; use TIMESTAMP,ContextTokens,GeneratedTokens or JSON"
              + " with timestamp, input_length, output_length",
          broken);
    }
  }

  private static Arrived ofJson(JsonObject line) {
    return new Arrived(
        (long) (line.number("timestamp").orElseThrow(IllegalArgumentException::new) * 1e6),
        length(line.wholeNumber("input_length")),
        length(line.wholeNumber("output_length")));
  }

  private static Arrived ofCsv(String[] cells) {
    if (cells.length < 3) {
      throw new IllegalArgumentException("too few cells");
    }
    LocalDateTime at = LocalDateTime.parse(cells[0].strip().replace(' ', 'T'));
    return new Arrived(
        Duration.between(Instant.EPOCH, at.toInstant(ZoneOffset.UTC)).toNanos(),
        length(OptionalLong.of(Long.parseLong(cells[1].strip()))),
        length(OptionalLong.of(Long.parseLong(cells[2].strip()))));
  }

  private static int length(OptionalLong tokens) {
    return Math.toIntExact(Math.max(1, tokens.orElseThrow(IllegalArgumentException::new)));
  }

  @Override
  public PlannedPrompt prompt(long number) {
    Arrived request = requests.get((int) (number % requests.size()));
    return texts.prompt(number, request.input, request.output);
  }

  @Override
  public List<Long> moments() {
    long first = requests.get(0).nanos;
    return requests.stream().map(each -> (long) ((each.nanos - first) / speed)).toList();
  }

  @Override
  public String description() {
    return "trace of " + requests.size() + " requests, speed " + speed + ", " + texts.description();
  }
}
