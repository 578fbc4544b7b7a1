package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.record.RecordFlag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.SinkSpec;
import io.sluice.settings.SettingValue;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.console.OutputStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who prints what.
 *
 * @param owner who writes to stdout
 * @param sinks the sinks the user named, in order
 */
public record Output(Owner owner, List<SinkSpec> sinks) {
  /** The sink that writes to stdout. */
  static final String CONSOLE = "console";

  public Output {
    sinks = List.copyOf(sinks);
  }

  /** As the flags say; where the command line names no owner, as the variables say. */
  public static Output of(Arguments arguments) {
    List<SinkSpec> sinks = specs(arguments);
    Set<Owner> owners = owners(arguments::flagged, sinks);
    if (owners.isEmpty()) {
      owners = owners(flag -> byVariable(arguments, flag), sinks);
    }
    if (RecordFlag.ownsStdout(arguments)) {
      owners.add(Owner.RECORD);
    }
    if (owners.size() > 1) {
      String both = owners.stream().map(Owner::asked).collect(Collectors.joining(" and "));
      throw new UsageException(both + " both write to stdout; leave one of them");
    }
    Owner owner = owners.isEmpty() ? Owner.IMPLIED_CONSOLE : owners.iterator().next();
    return new Output(owner, owner == Owner.NAMED_CONSOLE ? sinks : withoutConsole(sinks));
  }

  /** The sinks beside a command that itself writes to stdout. */
  public static List<SinkSpec> besides(String command, Arguments arguments) {
    List<SinkSpec> sinks = specs(arguments);
    if (arguments.flagged(FlagKey.SINK) && sinks.stream().anyMatch(Output::isConsole)) {
      throw new UsageException(
          command + " and --sink console both write to stdout; leave one of them");
    }
    if (RecordFlag.ownsStdout(arguments)) {
      throw new UsageException(command + " and --record - both write to stdout; name a file");
    }
    return withoutConsole(sinks);
  }

  /** What a console may write to stdout beside the answer's plain text. */
  static OutputStyle style(Call call) {
    return call.arguments().on(FlagKey.RAW) ? OutputStyle.plain() : call.look().stdout();
  }

  /** A console that is named looks like the implied one, but for what its own options say. */
  static SinkSpec styled(SinkSpec spec, Call call) {
    if (!isConsole(spec)) {
      return spec;
    }
    Map<String, String> options = new LinkedHashMap<>(ConsoleSink.options(style(call)));
    options.putAll(spec.options());
    return new SinkSpec(spec.name(), options);
  }

  private static Set<Owner> owners(Predicate<FlagKey> given, List<SinkSpec> sinks) {
    Set<Owner> owners = EnumSet.noneOf(Owner.class);
    if (given.test(FlagKey.JSON)) {
      owners.add(Owner.JSON);
    }
    if (given.test(FlagKey.EVENTS)) {
      owners.add(Owner.EVENTS);
    }
    if (given.test(FlagKey.SINK) && sinks.stream().anyMatch(Output::isConsole)) {
      owners.add(Owner.NAMED_CONSOLE);
    }
    return owners;
  }

  private static boolean byVariable(Arguments arguments, FlagKey flag) {
    return flag == FlagKey.SINK ? arguments.value(flag).isPresent() : arguments.on(flag);
  }

  private static List<SinkSpec> specs(Arguments arguments) {
    List<SinkSpec> sinks = new ArrayList<>();
    for (SettingValue given : arguments.values(FlagKey.SINK)) {
      try {
        sinks.add(SinkSpec.parse(given.text()));
      } catch (IllegalArgumentException malformed) {
        throw UsageException.of(malformed);
      }
    }
    return sinks;
  }

  private static List<SinkSpec> withoutConsole(List<SinkSpec> sinks) {
    return sinks.stream().filter(sink -> !isConsole(sink)).toList();
  }

  private static boolean isConsole(SinkSpec sink) {
    return sink.name().equals(CONSOLE);
  }

  /** Who writes to stdout. */
  public enum Owner {
    /** The answer's text, because no other output was named. */
    IMPLIED_CONSOLE(CONSOLE),
    /** The sink of that name, with the options it was given. */
    NAMED_CONSOLE(FlagKey.SINK.flag() + " " + CONSOLE),
    /** One object at the end. */
    JSON(FlagKey.JSON.flag()),
    /** The lines of a transcript. */
    EVENTS(FlagKey.EVENTS.flag()),
    /** What comes over the wire, byte for byte. */
    RECORD(FlagKey.RECORD.flag() + " -");

    private final String asked;

    Owner(String asked) {
      this.asked = asked;
    }

    String asked() {
      return asked;
    }
  }
}
