package io.sluice.sinks.opentelemetry.plugin;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was received as text that is the same at each run: times and ids are left out. */
final class OtlpText {

  private static final Set<String> OF_THE_RUN =
      Set.of("sluice.run.id", "gen_ai.response.time_to_first_chunk", "sluice.time_to_first_token");

  private OtlpText() {}

  static String of(OtlpReceiver receiver) {
    Stream<String> spans = receiver.scopes().stream().map(OtlpText::scope);
    Stream<String> metrics =
        receiver.metrics().stream()
            .sorted(Comparator.comparing(Metric::getName))
            .map(OtlpText::metric);
    return Stream.concat(spans, metrics).collect(Collectors.joining());
  }

  private static String scope(ScopeSpans scope) {
    String head = "schema " + (scope.getSchemaUrl().isEmpty() ? "none" : scope.getSchemaUrl());
    return head + "\n" + scope.getSpansList().stream().map(OtlpText::span).collect(joined());
  }

  private static String span(Span span) {
    String events =
        span.getEventsList().stream()
            .map(event -> "  event " + event.getName() + "\n" + pairs(event.getAttributesList()))
            .collect(joined());
    return "span '"
        + span.getName()
        + "' "
        + word(span.getKind().name(), "SPAN_KIND_")
        + " "
        + word(span.getStatus().getCode().name(), "STATUS_CODE_")
        + "\n"
        + pairs(span.getAttributesList())
        + events;
  }

  private static String metric(Metric metric) {
    String points;
    if (metric.hasHistogram()) {
      points =
          metric.getHistogram().getDataPointsList().stream()
              .map(point -> histogram(metric.getUnit(), point))
              .sorted()
              .collect(joined());
    } else {
      points =
          metric.getSum().getDataPointsList().stream()
              .map(OtlpText::number)
              .sorted()
              .collect(joined());
    }
    return "metric "
        + metric.getName()
        + " "
        + kind(metric)
        + " "
        + metric.getUnit()
        + "\n"
        + points;
  }

  private static String kind(Metric metric) {
    if (metric.hasHistogram()) {
      return "histogram";
    }
    return metric.getSum().getIsMonotonic() ? "counter" : "up-down counter";
  }

  private static String histogram(String unit, HistogramDataPoint point) {
    String sum = unit.equals("s") ? "" : ", sum " + point.getSum();
    List<Double> bounds = point.getExplicitBoundsList();
    return "  "
        + point.getCount()
        + " in buckets from "
        + bounds.get(0)
        + " to "
        + bounds.get(bounds.size() - 1)
        + sum
        + "\n"
        + pairs(point.getAttributesList());
  }

  private static String number(NumberDataPoint point) {
    return "  " + point.getAsInt() + "\n" + pairs(point.getAttributesList());
  }

  private static String pairs(List<KeyValue> pairs) {
    return pairs.stream()
        .sorted(Comparator.comparing(KeyValue::getKey))
        .map(pair -> "    " + pair.getKey() + " = " + shown(pair) + "\n")
        .collect(joined());
  }

  private static String shown(KeyValue pair) {
    return OF_THE_RUN.contains(pair.getKey()) ? "…" : value(pair.getValue());
  }

  private static String value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(OtlpText::value).toList().toString();
      default -> value.toString();
    };
  }

  private static String word(String name, String prefix) {
    return name.substring(prefix.length()).toLowerCase(java.util.Locale.ROOT);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }
}
