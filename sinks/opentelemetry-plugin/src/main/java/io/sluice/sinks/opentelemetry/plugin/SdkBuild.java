package io.sluice.sinks.opentelemetry.plugin;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.sluice.sinks.opentelemetry.ContentCapture;
import io.sluice.text.HeaderField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the SDK from the variables {@code OTEL_*}, as its own configuration reads them, and from
 * the options, which have the last word. Stateless.
 */
final class SdkBuild {

  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final String HEADERS = "otel.exporter.otlp.headers";
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

  /** Where it sends to, for people. */
  static String endpoint(OtelOptions options) {
    return options
        .endpoint()
        .or(() -> Optional.ofNullable(System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT")))
        .orElse(USUAL_ENDPOINT);
  }

  /** What holds unless a variable says otherwise. */
  private static Map<String, String> usual(OtelOptions options) {
    return Map.of(
        "otel.service.name",
        "sluice",
        "otel.exporter.otlp.protocol",
        "http/protobuf",
        ENDPOINT,
        USUAL_ENDPOINT,
        // A batch of ten thousand rows ends within a few seconds; the SDK would keep 2,048 spans.
        "otel.bsp.max.queue.size",
        "16384",
        // The end of a process would wait for it.
        "otel.java.exporter.otlp.retry.disabled",
        "true",
        LOGS,
        options.content() == ContentCapture.EVENT ? "otlp" : "none");
  }

  private static Map<String, String> chosen(OtelOptions options) {
    Map<String, String> chosen = new HashMap<>();
    options.endpoint().ifPresent(url -> chosen.put(ENDPOINT, url));
    if (!options.headers().isEmpty()) {
      chosen.put(
          HEADERS,
          options.headers().stream().map(SdkBuild::encoded).collect(Collectors.joining(",")));
    }
    return chosen;
  }

  /** As the variable {@code OTEL_EXPORTER_OTLP_HEADERS} has it. */
  private static String encoded(HeaderField field) {
    return field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8);
  }
}
