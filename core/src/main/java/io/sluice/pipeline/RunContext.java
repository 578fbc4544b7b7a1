package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import io.sluice.stream.OneLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What the sinks of one run are told of it. */
record RunContext(
    String id,
    Optional<ChatRequest> request,
    String endpoint,
    String dialect,
    Instant started,
    Map<String, String> attributes,
    Run run)
    implements StreamContext {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BASE = 36;
  private static final int DIGITS = 6;

  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9-]{1," + Pipeline.LONGEST_RUN_ID + "}");

  static String newId() {
    return id(Instant.now(), ThreadLocalRandom.current());
  }

  /** Refuses, in one line, an id that could not be the name of a file. */
  static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the run is named '"
              + OneLine.of(id)
              + "'; use at most "
              + Pipeline.LONGEST_RUN_ID
              + " letters, digits and hyphens");
    }
    return id;
  }

  /** The second in UTC, so that names sort by time, and two billion ways to tell apart the rest. */
  static String id(Instant started, RandomGenerator random) {
    var id = new StringBuilder(TIME.format(started)).append('-');
    for (int digit = 0; digit < DIGITS; digit++) {
      id.append(Character.forDigit(random.nextInt(BASE), BASE));
    }
    return id.toString();
  }

  @Override
  public void stop() {
    run.stop();
  }
}
