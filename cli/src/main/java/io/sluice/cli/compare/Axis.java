package io.sluice.cli.compare;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.settings.SettingValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In what the requests of a comparison differ: in the value of one flag. */
enum Axis {
  MODELS(FlagKey.MODELS, FlagKey.MODEL, "A,B,…", "several models"),
  TEMPERATURES(FlagKey.TEMPERATURES, FlagKey.TEMPERATURE, "0,1.8,…", "several temperatures"),
  SERVERS(FlagKey.BASE_URLS, FlagKey.BASE_URL, "URL,URL,…", "several servers, with the same key");

  private static final int FEWEST = 2;
  private static final int MOST = 8;

  private final FlagKey flag;
  private final FlagKey single;
  private final String label;
  private final String description;

  Axis(FlagKey flag, FlagKey single, String label, String description) {
    this.flag = flag;
    this.single = single;
    this.label = label;
    this.description = description;
  }

  static ArgGroupSpec group() {
    return Flag.group(
        "What is compared, if not streaming with waiting for all of it",
        Arrays.stream(values())
            .map(axis -> Flag.value(axis.flag, axis.label, axis.description))
            .toArray(OptionSpec[]::new));
  }

  /** The flags, as the end of a sentence names them. */
  static String names() {
    return MODELS.flag.flag() + ", " + TEMPERATURES.flag.flag() + " or " + SERVERS.flag.flag();
  }

  /** The one that was named, if one was; where the command line names none, by the variables. */
  static Optional<Axis> of(Arguments arguments) {
    List<Axis> named = those(axis -> arguments.flagged(axis.flag));
    if (named.isEmpty()) {
      named = those(axis -> arguments.value(axis.flag).isPresent());
    }
    if (named.size() > 1) {
      throw new UsageException(
          named.get(0).flag.flag()
              + " and "
              + named.get(1).flag.flag()
              + " are two comparisons; leave one of them");
    }
    named.forEach(axis -> axis.refuseContradictions(arguments));
    return named.stream().findFirst();
  }

  /** The requests that differ in it, in the order of their values. */
  List<Variant> spread(Arguments arguments, SchemaFiles schemas) {
    SettingValue given = arguments.value(flag).orElseThrow();
    List<String> values = Arrays.stream(given.text().split(",", -1)).map(String::strip).toList();
    if (values.size() < FEWEST || values.size() > MOST || values.contains("")) {
      throw new UsageException(
          given.by() + " is '" + given.text() + "'; use two to eight, with commas between");
    }
    Map<String, Integer> times = new HashMap<>();
    List<Variant> variants = new ArrayList<>();
    for (String value : values) {
      String name = nameOf(value);
      int nth = times.merge(name, 1, Integer::sum);
      Arguments own = arguments.with(single, new SettingValue(given.by(), value));
      variants.add(Variant.of(nth == 1 ? name : name + " #" + nth, own, schemas));
    }
    return variants;
  }

  /** Whether each answer comes from a server of its own. */
  boolean ofServers() {
    return this == SERVERS;
  }

  private String nameOf(String value) {
    return switch (this) {
      case MODELS -> TerminalText.of(value);
      case TEMPERATURES -> TerminalText.of("temperature " + value);
      // The host alone: what stands before it may be a secret.
      case SERVERS ->
          TerminalText.of(
              value.replaceFirst("^.*//", "").replaceFirst("/.*", "").replaceFirst("^.*@", ""));
    };
  }

  private void refuseContradictions(Arguments arguments) {
    if (arguments.flagged(single)) {
      throw new UsageException(
          single.flag() + " and " + flag.flag() + " say the same; leave one of them");
    }
    if (this == SERVERS && arguments.on(FlagKey.OFFLINE)) {
      throw new UsageException(
          flag.flag()
              + " and "
              + FlagKey.OFFLINE.flag()
              + " exclude each other; leave one of them");
    }
  }

  private static List<Axis> those(Predicate<Axis> named) {
    return Arrays.stream(values()).filter(named).toList();
  }
}
