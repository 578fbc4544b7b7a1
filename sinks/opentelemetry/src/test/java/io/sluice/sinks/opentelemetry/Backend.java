package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An OpenTelemetry that keeps what it is told. */
final class Backend implements AutoCloseable {

  final InMemorySpanExporter spans = InMemorySpanExporter.create();
  final InMemoryLogRecordExporter logs = InMemoryLogRecordExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setLoggerProvider(
              SdkLoggerProvider.builder()
                  .addLogRecordProcessor(SimpleLogRecordProcessor.create(logs))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();

  OpenTelemetry target() {
    return sdk;
  }

  SpanData span() {
    List<SpanData> ended = spans.getFinishedSpanItems();
    if (ended.size() != 1) {
      throw new AssertionError("not one span but " + ended);
    }
    return ended.get(0);
  }

  /** The attributes of the only span, by name. */
  Map<String, Object> attributes() {
    return named(span().getAttributes());
  }

  /** The metrics by name, each with type and unit and the attributes of its points. */
  Map<String, String> metrics() {
    Map<String, String> all = new TreeMap<>();
    for (MetricData metric : metrics.collectAllMetrics()) {
      all.merge(
          metric.getName(),
          metric.getType() + " " + metric.getUnit(),
          (one, other) -> "registered twice: " + one + ", " + other);
    }
    return all;
  }

  /** The points of one metric, by their attributes. */
  List<Map<String, Object>> points(String name) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .flatMap(metric -> metric.getData().getPoints().stream())
        .map(point -> named(point.getAttributes()))
        .toList();
  }

  /** The sum of one up-down counter over all attributes. */
  long sum(String name) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .mapToLong(point -> point.getValue())
        .sum();
  }

  /** All that was told, as one text to search in. */
  String everything() {
    return spans.getFinishedSpanItems() + "\n" + logs.getFinishedLogRecordItems() + metrics();
  }

  @Override
  public void close() {
    sdk.close();
  }

  static Map<String, Object> named(Attributes attributes) {
    Map<String, Object> all = new TreeMap<>();
    attributes.forEach((key, value) -> all.put(key.getKey(), value));
    return all;
  }
}
