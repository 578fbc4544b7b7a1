package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** What the sinks of one run are told of it. */
record RunContext(
    String id,
    Optional<ChatRequest> request,
    String endpoint,
    String dialect,
    Instant started,
    Map<String, String> attributes,
    Optional<Object> parent,
    Run run)
    implements StreamContext {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BASE = 36;
  private static final int DIGITS = 6;

  static RunContext of(Source source, RunTerms terms, Run run) {
    Instant now = Instant.now();
    return new RunContext(
        terms.own().id().orElseGet(() -> id(now, ThreadLocalRandom.current())),
        source.request(),
        source.endpoint(),
        source.dialect(),
        now,
        terms.stream().attributes(),
        terms.own().parent(),
        run);
  }

  /** The second in UTC, so that names sort by time, and two billion ways to tell apart the rest. */
  private static String id(Instant started, RandomGenerator random) {
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
