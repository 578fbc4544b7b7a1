package io.sluice.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A time that is measured of each request, or of each gap between tokens. In the order of reports.
 * A minor version may add constants.
 */
public enum Metric {
  /** To resolve the name, reach the server and set up TLS; only where a connection was made. */
  CONNECT("connecting, where a connection was made"),
  /** From the moment a request was due until it was written, without connecting. */
  SCHEDULE_DELAY("from due to written, without connecting"),
  /** To the head of an answer; a refusal, which may come much faster, has none. */
  TTFB("to the head of an answer that is no refusal"),
  /** To the first token of any kind: text, reasoning, a refusal or a tool call. */
  TTFT("to the first token"),
  /** To the first token of the visible text. */
  TTFC("to the first visible text"),
  /** {@link #TTFT}, counted from the moment the request was written. */
  SERVICE_TTFT("to the first token, from written"),
  /** Between two reads that bring tokens. */
  ICL("between two reads with tokens"),
  /** Between two tokens: a gap of k tokens counts k times, each as a k-th of it. */
  ITL("between two tokens"),
  /** From the first token to the last, divided by the tokens after the first; one a request. */
  TPOT("mean time of a token of a request"),
  /** The longest gap of a request. */
  STALL("the longest gap of a request"),
  /** To the end of the answer. */
  E2E("to the end of the answer"),
  /** {@link #E2E}, counted from the moment the request was written. */
  SERVICE_E2E("to the end of the answer, from written");

  private final String meaning;

  Metric(String meaning) {
    this.meaning = meaning;
  }

  /** The name in reports and flags, such as {@code ttft}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the time spans, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The metric of that name; empty if there is none. */
  public static Optional<Metric> of(String word) {
    return Arrays.stream(values()).filter(metric -> metric.word().equals(word)).findFirst();
  }
}
