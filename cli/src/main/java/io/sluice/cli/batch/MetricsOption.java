package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.SinkSpec;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where figures of the batch are served: at a sink that serves them. */
final class MetricsOption {
  private static final String SINK = "micrometer";
  private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?(\\d{1,5})");
  private static final String USUAL_HOST = "127.0.0.1";

  private MetricsOption() {}

  /**
   * The sink that serves the figures; empty if none are to be.
   *
   * @throws UsageException in one line, if the address is none
   */
  static Optional<SinkSpec> of(Arguments arguments) {
    return arguments.value(FlagKey.METRICS).map(MetricsOption::sink);
  }

  private static SinkSpec sink(SettingValue given) {
    Matcher address = ADDRESS.matcher(given.text().strip());
    if (!address.matches()) {
      throw new UsageException(
          given.by() + " is '" + given.text() + "'; use HOST:PORT, such as 127.0.0.1:9464");
    }
    String host = Optional.ofNullable(address.group(1)).orElse(USUAL_HOST);
    return new SinkSpec(SINK, Map.of("host", host, "port", address.group(2)), List.of());
  }
}
