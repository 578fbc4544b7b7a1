package io.sluice.sinks.opentelemetry.plugin;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.sluice.sinks.opentelemetry.ContentCapture;
import io.sluice.text.HeaderField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the SDK from the variables {@code OTEL_*}, as its own configuration reads them, and from
 * the options, which have the last word. Stateless.
 */
final class SdkBuild {

  private static final String OTLP = "otel.exporter.otlp.";
  private static final String ENDPOINT = OTLP + "endpoint";
  private static final String HEADERS = OTLP + "headers";
  private static final String HTTP = "http/protobuf";
  private static final List<String> SIGNALS = List.of("traces", "metrics", "logs");
  private static final String LOGS = "otel.logs.exporter";
  private static final String USUAL_ENDPOINT = "http://localhost:4318";

  private SdkBuild() {}

  static OpenTelemetrySdk of(OtelOptions options) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .setServiceClassLoader(SdkBuild.class.getClassLoader())
        .disableShutdownHook()
        .addPropertiesSupplier(() -> usual(options))
        .addPropertiesCustomizer(given -> chosen(options))
        .build()
        .getOpenTelemetrySdk();
  }

  /** Where it sends to, for people: each signal may have a place of its own. */
  static String endpoint(OtelOptions options) {
    return options
        .endpoint()
        .orElseGet(
            () ->
                SIGNALS.stream()
                    .filter(signal -> !signal.equals("logs") || reportsLogs(options))
                    .map(SdkBuild::configured)
                    .distinct()
                    .collect(Collectors.joining(" and ")));
  }

  private static String configured(String signal) {
    return configuration(OTLP + signal + ".endpoint")
        .or(() -> configuration(ENDPOINT))
        .orElse(USUAL_ENDPOINT);
  }

  /** A system property or its variable, in the order in which the SDK reads them. */
  private static Optional<String> configuration(String property) {
    String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
    return Optional.ofNullable(System.getProperty(property))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }

  private static boolean reportsLogs(OtelOptions options) {
    return options.content() == ContentCapture.EVENT;
  }

  /** What holds unless a variable says otherwise. */
  private static Map<String, String> usual(OtelOptions options) {
    return Map.of(
        "otel.service.name",
        "sluice",
        ENDPOINT,
        USUAL_ENDPOINT,
        // A batch of ten thousand rows ends within a few seconds; the SDK would keep 2,048 spans.
        "otel.bsp.max.queue.size",
        "16384",
        // The end of a process would wait for it.
        "otel.java.exporter.otlp.retry.disabled",
        "true",
        LOGS,
        reportsLogs(options) ? "otlp" : "none");
  }

  /**
   * What holds whatever the variables say, for each signal by itself: a variable of one signal goes
   * before those of all. An endpoint that the options name gets their header fields alone, since
   * those of the variables are meant for another host.
   */
  private static Map<String, String> chosen(OtelOptions options) {
    Map<String, String> chosen = new HashMap<>();
    String fields =
        options.headers().stream().map(SdkBuild::encoded).collect(Collectors.joining(","));
    boolean ownFields = options.endpoint().isPresent() || !fields.isEmpty();
    if (ownFields) {
      chosen.put(HEADERS, fields);
    }
    for (String signal : SIGNALS) {
      String of = OTLP + signal;
      chosen.put(of + ".protocol", HTTP);
      options
          .endpoint()
          .map(url -> url.replaceFirst("/+$", "") + "/v1/" + signal)
          .ifPresent(url -> chosen.put(of + ".endpoint", url));
      if (ownFields) {
        chosen.put(of + ".headers", fields);
      }
    }
    return chosen;
  }

  /** As the variable {@code OTEL_EXPORTER_OTLP_HEADERS} has it. */
  private static String encoded(HeaderField field) {
    return field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8);
  }
}
