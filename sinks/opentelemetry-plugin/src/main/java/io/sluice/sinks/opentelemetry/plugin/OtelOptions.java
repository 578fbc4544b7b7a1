package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.sinks.opentelemetry.ContentCapture;
import io.sluice.sinks.opentelemetry.Conventions;
import io.sluice.sinks.opentelemetry.GenAiTelemetry;
import io.sluice.sinks.opentelemetry.GenAiTelemetry.Extra;
import io.sluice.telemetry.ServerAddress;
import io.sluice.text.HeaderField;
import io.sluice.text.HeaderLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code --sink otel:…} says. What it leaves out, the variables {@code OTEL_*} say.
 *
 * @param endpoint where OTLP is received, without the path of a signal
 * @param headers header fields of each request there
 * @param conventions the version of the conventions
 * @param content where the words of prompts and answers are reported
 * @param contentLimit the most characters of each text
 * @param provider the name of the provider, whatever the host says
 * @param extras what is reported besides
 * @param counts whether tokens are counted where the server reports none
 * @param propagates whether the server is told of the trace
 */
record OtelOptions(
    Optional<String> endpoint,
    List<HeaderField> headers,
    Conventions conventions,
    ContentCapture content,
    int contentLimit,
    Optional<String> provider,
    Set<Extra> extras,
    boolean counts,
    boolean propagates) {

  private static final String OPT_IN = "OTEL_SEMCONV_STABILITY_OPT_IN";
  private static final String LATEST = "gen_ai_latest_experimental";

  private static final SinkOption ENDPOINT =
      SinkOption.of("endpoint", SinkOption.Type.TEXT, "where OTLP is received, by http or https");
  private static final SinkOption HEADERS =
      SinkOption.of(
          "headers", SinkOption.Type.PATH, "a file of header fields, a line Name: value each");
  private static final SinkOption CONVENTIONS =
      SinkOption.of("conventions", SinkOption.Type.TEXT, "whose names are used: 1.41, 0.1 or both");
  private static final SinkOption CONTENT =
      SinkOption.oneOf(
          "content", List.of("none", "span", "event"), "where prompts and answers are reported");
  private static final SinkOption CONTENT_LIMIT =
      SinkOption.of("content-limit", SinkOption.Type.SIZE, "the most characters of a text")
          .orElse("16k");
  private static final SinkOption PROVIDER =
      SinkOption.of(
          "provider", SinkOption.Type.TEXT, "the name of the provider, instead of the host's");
  private static final SinkOption ALSO =
      SinkOption.of(
          "also",
          SinkOption.Type.TEXT,
          "attributes besides: langfuse, openinference, or both by +");
  private static final SinkOption CHUNKS =
      SinkOption.off("chunks", "records the times between chunks");
  private static final SinkOption COUNT =
      SinkOption.off("count", "counts tokens if the server reports none");
  private static final SinkOption PROPAGATE =
      SinkOption.off("propagate", "tells the server of the trace, by traceparent");

  static final List<SinkOption> DECLARED =
      List.of(
          ENDPOINT,
          HEADERS,
          CONVENTIONS,
          CONTENT,
          CONTENT_LIMIT,
          PROVIDER,
          ALSO,
          CHUNKS,
          COUNT,
          PROPAGATE);

  /** Copies the collections. */
  OtelOptions {
    headers = List.copyOf(headers);
    extras = Set.copyOf(extras);
  }

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException in one line, if one of them is wrong
   * @throws IOException in one line, if the file of headers cannot be read
   */
  static OtelOptions of(SinkOptions options, Map<String, String> environment) throws IOException {
    Optional<String> endpoint = options.text(ENDPOINT.name());
    endpoint.ifPresent(OtelOptions::check);
    return new OtelOptions(
        endpoint,
        headers(options.path(HEADERS.name())),
        options
            .text(CONVENTIONS.name())
            .map(OtelOptions::conventions)
            .orElseGet(() -> usual(environment)),
        ContentCapture.valueOf(
            options.text(CONTENT.name()).orElse("none").toUpperCase(Locale.ROOT)),
        (int) Math.min(Integer.MAX_VALUE, options.size(CONTENT_LIMIT.name()).orElseThrow()),
        options.text(PROVIDER.name()),
        extras(options),
        options.on(COUNT.name()),
        options.on(PROPAGATE.name()));
  }

  /** Telemetry as these options have it, for the SDK that is being made. */
  GenAiTelemetry configured(GenAiTelemetry.Builder telemetry) {
    telemetry.conventions(conventions).content(content).contentLimit(contentLimit);
    provider.ifPresent(telemetry::provider);
    extras.forEach(telemetry::also);
    if (counts) {
      telemetry.counting(new CompletionCounter());
    }
    if (propagates) {
      telemetry.propagating();
    }
    return telemetry.build();
  }

  private static void check(String endpoint) {
    if (ServerAddress.of(endpoint).isEmpty()) {
      throw new IllegalArgumentException(
          "endpoint is '" + endpoint + "'; use a URL such as http://localhost:4318");
    }
  }

  private static List<HeaderField> headers(Optional<Path> file) throws IOException {
    return file.isEmpty()
        ? List.of()
        : HeaderLines.of(file.get()).stream().map(HeaderField::parse).toList();
  }

  private static Conventions conventions(String version) {
    return switch (version) {
      case "1.41" -> Conventions.V1_41;
      case "0.1" -> Conventions.V0_1;
      case "both" -> Conventions.BOTH;
      default ->
          throw new IllegalArgumentException(
              "conventions is '" + version + "'; use 1.41, 0.1 or both");
    };
  }

  /** A list in a variable that all instrumentations read. */
  private static Conventions usual(Map<String, String> environment) {
    List<String> chosen = List.of(environment.getOrDefault(OPT_IN, "").split("\\s*,\\s*"));
    return chosen.contains(LATEST) ? Conventions.V0_1 : Conventions.V1_41;
  }

  private static Set<Extra> extras(SinkOptions options) {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (options.on(CHUNKS.name())) {
      extras.add(Extra.CHUNK_TIMES);
    }
    List<String> words = new ArrayList<>();
    options.text(ALSO.name()).ifPresent(also -> words.addAll(List.of(also.split("\\+"))));
    for (String word : words) {
      extras.add(
          switch (word) {
            case "langfuse" -> Extra.LANGFUSE;
            case "openinference" -> Extra.OPENINFERENCE;
            default ->
                throw new IllegalArgumentException(
                    "also is '" + word + "'; use langfuse, openinference, or both joined by +");
          });
    }
    return extras;
  }
}
