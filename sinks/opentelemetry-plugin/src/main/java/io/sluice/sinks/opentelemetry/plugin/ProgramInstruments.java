package io.sluice.sinks.opentelemetry.plugin;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.sluice.observe.ProgramMeter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports the figures of the program: each name is one instrument, whatever its labels. */
final class ProgramInstruments {

  private static final String SCOPE = "io.sluice";

  private ProgramInstruments() {}

  static void register(List<ProgramMeter> meters, OpenTelemetry target) {
    Map<String, List<ProgramMeter>> byName = new LinkedHashMap<>();
    meters.forEach(
        each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    Meter meter = target.getMeter(SCOPE);
    byName.values().forEach(alike -> register(alike, meter));
  }

  private static void register(List<ProgramMeter> alike, Meter meter) {
    ProgramMeter first = alike.get(0);
    Consumer<ObservableDoubleMeasurement> read = to -> alike.forEach(each -> record(each, to));
    if (first.kind() == ProgramMeter.Kind.TOTAL) {
      meter
          .counterBuilder(first.name())
          .ofDoubles()
          .setDescription(first.description())
          .buildWithCallback(read);
    } else {
      meter.gaugeBuilder(first.name()).setDescription(first.description()).buildWithCallback(read);
    }
  }

  private static void record(ProgramMeter meter, ObservableDoubleMeasurement to) {
    double value = meter.value().getAsDouble();
    if (!Double.isNaN(value)) {
      to.record(value, attributes(meter));
    }
  }

  private static Attributes attributes(ProgramMeter meter) {
    AttributesBuilder attributes = Attributes.builder();
    meter.labels().forEach(attributes::put);
    return attributes.build();
  }
}
