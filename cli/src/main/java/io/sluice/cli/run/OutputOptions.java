package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.record.RecordOption;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.SinkSpec;
import io.sluice.plugin.StageSpec;
import io.sluice.settings.PriceList;
import io.sluice.settings.SettingValue;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.console.Hyperlinks;
import io.sluice.sinks.console.OutputStyle;
import io.sluice.sinks.console.ScreenSize;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where answers go, and what is said about them.
 *
 * @param owner who writes to stdout
 * @param sinks the sinks the user named, in order
 * @param stages the stages before all sinks, in order
 * @param plugins the plugins that may bring sinks and dialects
 * @param wrap whether a terminal gets prose in rows that are broken at words
 * @param extract which code block of the answer stdout gets
 * @param raw whether a terminal gets plain text, as a pipe does
 * @param reasoning whether a person sees what the model thinks
 * @param usage whether stderr says how many tokens an answer took
 * @param strict whether an answer that was cut has an exit code of its own
 * @param prices what tokens cost, where the settings say it
 * @param debug whether stderr shows the trace of an error
 */
public record OutputOptions(
    Owner owner,
    List<SinkSpec> sinks,
    List<StageSpec> stages,
    PluginOptions plugins,
    boolean wrap,
    ExtractOption extract,
    boolean raw,
    boolean reasoning,
    boolean usage,
    boolean strict,
    PriceList prices,
    boolean debug) {
  /** The sink that writes to stdout. */
  static final String CONSOLE = "console";

  /** Copies the lists. */
  public OutputOptions {
    sinks = List.copyOf(sinks);
    stages = List.copyOf(stages);
  }

  /** Reads the options; where the command line names no owner of stdout, the variables do. */
  public static OutputOptions of(Arguments arguments) {
    List<SinkSpec> sinks = specs(arguments);
    Set<Owner> owners = owners(arguments::flagged, sinks);
    if (owners.isEmpty()) {
      owners = owners(flag -> byVariable(arguments, flag), sinks);
    }
    if (RecordOption.of(arguments).ownsStdout()) {
      owners.add(Owner.RECORD);
    }
    if (owners.size() > 1) {
      String both = owners.stream().map(Owner::asked).collect(Collectors.joining(" and "));
      throw new UsageException(both + " both write to stdout; leave one of them");
    }
    Owner owner = owners.isEmpty() ? Owner.IMPLIED_CONSOLE : owners.iterator().next();
    return of(arguments, owner, owner == Owner.NAMED_CONSOLE ? sinks : withoutConsole(sinks));
  }

  /** Reads the options of a command that itself writes to stdout. */
  public static OutputOptions besides(String command, Arguments arguments) {
    List<SinkSpec> sinks = specs(arguments);
    if (arguments.flagged(FlagKey.SINK) && sinks.stream().anyMatch(OutputOptions::isConsole)) {
      throw new UsageException(
          command
              + " and "
              + Owner.NAMED_CONSOLE.asked()
              + " both write to stdout; leave one of them");
    }
    if (RecordOption.of(arguments).ownsStdout()) {
      throw new UsageException(
          command + " and " + Owner.RECORD.asked() + " both write to stdout; name a file");
    }
    return of(arguments, Owner.COMMAND, withoutConsole(sinks));
  }

  /** These options with one more sink, behind the others. */
  public OutputOptions and(SinkSpec further) {
    return new OutputOptions(
        owner,
        Stream.concat(sinks.stream(), Stream.of(further)).toList(),
        stages,
        plugins,
        wrap,
        extract,
        raw,
        reasoning,
        usage,
        strict,
        prices,
        debug);
  }

  /**
   * A console that prints an answer to {@code stdout}. How the answer ended is said on stderr:
   * stdout holds the answer and nothing else.
   */
  public ConsoleSink console(Call call, OutputStream stdout) {
    OutputStyle style = style(call);
    ConsoleSink console = ConsoleSink.to(stdout).unmarked().shownAs(style);
    console = extract.selection().map(console::extracting).orElse(console);
    if (style.styled() && Hyperlinks.followedBy(call.environment())) {
      console = console.linking();
    }
    return style.isTerminal() && wrap ? console.wrappedAt(columns(call)) : console;
  }

  /** How wide the terminal is, whichever stream it stands behind. */
  private static IntSupplier columns(Call call) {
    return call.streams()
        .screen()
        .<IntSupplier>map(screen -> screen::columns)
        .orElseGet(() -> ScreenSize.renewed()::columns);
  }

  /** Whether stdout gets the text of answers, and nothing else of them. */
  boolean printsText() {
    return owner == Owner.IMPLIED_CONSOLE || owner == Owner.NAMED_CONSOLE;
  }

  /** The named sinks; a console looks like the implied one, but for what its own options say. */
  List<SinkSpec> styledSinks(Call call) {
    return sinks.stream().map(spec -> isConsole(spec) ? styled(spec, call) : spec).toList();
  }

  private static OutputOptions of(Arguments arguments, Owner owner, List<SinkSpec> sinks) {
    return new OutputOptions(
        owner,
        sinks,
        stages(arguments),
        PluginOptions.of(arguments),
        !arguments.on(FlagKey.NO_WRAP),
        ExtractOption.of(arguments, owner),
        arguments.on(FlagKey.RAW),
        !arguments.on(FlagKey.NO_REASONING),
        arguments.on(FlagKey.USAGE),
        arguments.on(FlagKey.STRICT),
        arguments.files().prices(),
        arguments.on(FlagKey.DEBUG));
  }

  /** What a console may write to stdout beside the answer's plain text. */
  private OutputStyle style(Call call) {
    return raw ? OutputStyle.plain() : call.look().stdout();
  }

  private SinkSpec styled(SinkSpec console, Call call) {
    Map<String, String> options = new LinkedHashMap<>(ConsoleSink.options(style(call)));
    if (!wrap || raw) {
      options.put(ConsoleSink.WRAP, "no");
    }
    extract.selection().ifPresent(block -> options.put("extract", block.toString()));
    options.putAll(console.options());
    return new SinkSpec(console.name(), options, console.stages());
  }

  private static Set<Owner> owners(Predicate<FlagKey> given, List<SinkSpec> sinks) {
    Set<Owner> owners = EnumSet.noneOf(Owner.class);
    if (given.test(FlagKey.JSON)) {
      owners.add(Owner.JSON);
    }
    if (given.test(FlagKey.EVENTS)) {
      owners.add(Owner.EVENTS);
    }
    if (given.test(FlagKey.SINK) && sinks.stream().anyMatch(OutputOptions::isConsole)) {
      owners.add(Owner.NAMED_CONSOLE);
    }
    return owners;
  }

  private static boolean byVariable(Arguments arguments, FlagKey flag) {
    return flag == FlagKey.SINK ? arguments.value(flag).isPresent() : arguments.on(flag);
  }

  private static List<SinkSpec> specs(Arguments arguments) {
    return parsed(arguments, FlagKey.SINK, spec -> List.of(SinkSpec.parse(spec)));
  }

  private static List<StageSpec> stages(Arguments arguments) {
    return parsed(arguments, FlagKey.THROUGH, StageSpec::parse);
  }

  private static <T> List<T> parsed(
      Arguments arguments, FlagKey flag, Function<String, List<T>> parser) {
    List<T> specs = new ArrayList<>();
    for (SettingValue given : arguments.values(flag)) {
      try {
        specs.addAll(parser.apply(given.text()));
      } catch (IllegalArgumentException malformed) {
        throw UsageException.of(malformed);
      }
    }
    return specs;
  }

  private static List<SinkSpec> withoutConsole(List<SinkSpec> sinks) {
    return sinks.stream().filter(sink -> !isConsole(sink)).toList();
  }

  static boolean isConsole(SinkSpec sink) {
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
    RECORD(FlagKey.RECORD.flag() + " -"),
    /** The command itself, in a way of its own. */
    COMMAND("the command");

    private final String asked;

    Owner(String asked) {
      this.asked = asked;
    }

    String asked() {
      return asked;
    }
  }
}
