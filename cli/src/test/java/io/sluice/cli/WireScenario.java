package io.sluice.cli;

import io.sluice.chat.Completion;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A row of the table: what comes over the wire, and what that is. Mutable while it is written. */
final class WireScenario {

  final String name;
  final List<WireAnswer> answers = new ArrayList<>();
  final Map<Kind, Long> remarks = new TreeMap<>();
  final List<String> finishes = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  Consumer<Completion> details = completion -> {};
  Optional<Duration> patience = Optional.empty();
  Optional<String> message = Optional.empty();
  Status status = Status.COMPLETED;
  int exitCode;
  int retries;
  int attempts = 1;
  int choices = 1;
  long chunks = -1;
  String text = "";

  private WireScenario(String name) {
    this.name = name;
  }

  static WireScenario row(String name) {
    return new WireScenario(name);
  }

  /** What a connection is answered; said again, what the next one is. */
  WireScenario sends(String... pieces) {
    answers.add(WireAnswer.of(String.join("", pieces)));
    return this;
  }

  WireScenario sends(byte[]... pieces) {
    var bytes = new ByteArrayOutputStream();
    List.of(pieces).forEach(bytes::writeBytes);
    answers.add(WireAnswer.of(bytes.toByteArray()));
    return this;
  }

  WireScenario thenAgainAndAgain(String text, long times) {
    return last(last().thenAgainAndAgain(text, times));
  }

  /** With a reset instead of an orderly close. */
  WireScenario thenResets() {
    return last(last().then(WireAnswer.End.RESET));
  }

  WireScenario thenStaysOpen() {
    return last(last().then(WireAnswer.End.STAY));
  }

  /** So long is waited for the next part; for the first token only where none comes. */
  WireScenario waitedFor(Duration limit) {
    patience = Optional.of(limit);
    return this;
  }

  /** So many choices are asked for. */
  WireScenario asking(int number) {
    choices = number;
    return this;
  }

  /** A machine may be busy: what has to come in time is given all the time there is. */
  Optional<Duration> firstTokenLimit() {
    return patience.filter(limit -> status == Status.TIMED_OUT && text.isEmpty());
  }

  WireScenario retried(int times) {
    retries = times;
    attempts = times + 1;
    return this;
  }

  WireScenario attempts(int number) {
    attempts = number;
    return this;
  }

  WireScenario ends(Status expected, int code) {
    status = expected;
    exitCode = code;
    return this;
  }

  WireScenario text(String expected) {
    text = expected;
    return this;
  }

  /** The finish reasons, one for each choice, {@code "-"} for none. */
  WireScenario finish(String... reasons) {
    finishes.addAll(List.of(reasons));
    return this;
  }

  /** The tool calls, each as {@code id name(arguments)}. */
  WireScenario calls(String... expected) {
    calls.addAll(List.of(expected));
    return this;
  }

  WireScenario remark(Kind kind, long times) {
    remarks.put(kind, times);
    return this;
  }

  WireScenario remark(Kind kind) {
    return remark(kind, 1);
  }

  WireScenario chunks(long expected) {
    chunks = expected;
    return this;
  }

  /** Words that the failure's message holds. */
  WireScenario saying(String words) {
    message = Optional.of(words);
    return this;
  }

  /** More that holds of the completion. */
  WireScenario with(Consumer<Completion> more) {
    details = more;
    return this;
  }

  @Override
  public String toString() {
    return name;
  }

  private WireAnswer last() {
    return answers.get(answers.size() - 1);
  }

  private WireScenario last(WireAnswer changed) {
    answers.set(answers.size() - 1, changed);
    return this;
  }
}
