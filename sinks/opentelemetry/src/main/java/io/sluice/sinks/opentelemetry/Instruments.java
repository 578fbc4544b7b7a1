package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import java.util.ArrayList;
import java.util.List;

/** The tracer, the logger and all instruments, made once. Thread-safe. */
final class Instruments {

  private static final String SCOPE = "io.sluice";

  private final Tracer tracer;
  private final Logger logger;
  private final List<Meters> meters = new ArrayList<>();
  private final LongUpDownCounter active;
  private final LongCounter retries;

  Instruments(OpenTelemetry target, Conventions conventions) {
    TracerBuilder tracers = target.getTracerProvider().tracerBuilder(SCOPE);
    LoggerBuilder loggers = target.getLogsBridge().loggerBuilder(SCOPE);
    MeterBuilder measures = target.getMeterProvider().meterBuilder(SCOPE);
    if (conventions == Conventions.V1_41) {
      tracers.setSchemaUrl(Conventions.SCHEMA);
      loggers.setSchemaUrl(Conventions.SCHEMA);
      measures.setSchemaUrl(Conventions.SCHEMA);
    }
    tracer = tracers.build();
    logger = loggers.build();
    Meter meter = measures.build();
    if (conventions.includes(Conventions.V1_41)) {
      meters.add(new Meters141(meter));
    }
    if (conventions.includes(Conventions.V0_1)) {
      meters.add(new Meters01(meter));
    }
    active =
        meter
            .upDownCounterBuilder("sluice.client.active")
            .setUnit("{run}")
            .setDescription("Runs that have begun and not ended.")
            .build();
    retries =
        meter
            .counterBuilder("sluice.client.retries")
            .setUnit("{retry}")
            .setDescription("Requests that were sent again.")
            .build();
  }

  Tracer tracer() {
    return tracer;
  }

  Logger logger() {
    return logger;
  }

  void began(Attributes run) {
    active.add(1, run);
  }

  void gone(Attributes run) {
    active.add(-1, run);
  }

  void retried(Attributes run) {
    retries.add(1, run);
  }

  void chunk(double seconds, Attributes run) {
    meters.forEach(each -> each.chunk(seconds, run));
  }

  void ended(EndedRun run) {
    meters.forEach(each -> each.ended(run));
  }
}
