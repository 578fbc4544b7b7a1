package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
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
    AtomicReference<ResponseHead> lastHead,
    List<HeaderField> lateHeaders,
    StreamOptions.Form form,
    Run run)
    implements StreamContext {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BASE = 36;
  private static final int DIGITS = 6;

  static RunContext of(Source source, RunTerms terms, AtomicReference<ResponseHead> head, Run run) {
    Instant now = Instant.now();
    return new RunContext(
        terms.own().id().orElseGet(() -> id(now, ThreadLocalRandom.current())),
        source.request(),
        source.endpoint(),
        source.dialect(),
        now,
        attributes(source, terms.stream()),
        terms.own().parent(),
        head,
        new CopyOnWriteArrayList<>(),
        terms.stream().form(),
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

  /** What the source says of the run, and what the caller says, who has the last word. */
  static Map<String, String> attributes(Source source, StreamOptions options) {
    Map<String, String> attributes = new LinkedHashMap<>(source.attributes());
    attributes.putAll(options.attributes());
    return Collections.unmodifiableMap(attributes);
  }

  @Override
  public Optional<ResponseHead> head() {
    return Optional.ofNullable(lastHead.get()).filter(head -> !head.equals(ResponseHead.NONE));
  }

  @Override
  public void header(String name, String value) {
    lateHeaders.add(HeaderField.ofOneRequest(name, value));
  }

  @Override
  public void stop() {
    run.stop();
  }
}
