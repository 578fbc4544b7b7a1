package io.sluice.bench.report;

import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.RequestTimes;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Failure;

/** Writes what was measured of one request as a line of JSON; times are milliseconds. */
public final class RequestLine {

  private RequestLine() {}

  /** The line, without a line break. */
  public static String json(String level, int round, RequestTimes request) {
    return JsonWriter.object(
        out -> {
          out.field("level", level)
              .field("round", round)
              .field("number", request.number())
              .field("status", request.outcome().status().word())
              .field("failure", request.outcome().failure().map(Failure::message))
              .field("output_tokens", request.outputTokens())
              .field("counted_tokens", request.countedTokens())
              .field("input_tokens", request.inputTokens());
          for (Metric metric : Metric.values()) {
            request.time(metric).ifPresent(nanos -> out.field(metric.word(), nanos / 1e6));
          }
        });
  }
}
