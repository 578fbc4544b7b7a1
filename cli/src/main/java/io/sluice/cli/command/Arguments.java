package io.sluice.cli.command;

import io.sluice.cli.settings.EffectiveSettings;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.GivenFlags;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.NamedPrompt;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What one call of a command was given: flags, the variables that stand for flags, and words. */
public final class Arguments implements GivenFlags {
  private static final Set<String> YES = Set.of("1", "true", "yes", "on");
  private static final Set<String> NO = Set.of("0", "false", "no", "off");

  private final ParseResult parsed;
  private final Map<String, String> environment;
  private final Map<FlagKey, SettingValue> set;
  private final EffectiveSettings configured;

  private Arguments(
      ParseResult parsed,
      Map<String, String> environment,
      Map<FlagKey, SettingValue> set,
      EffectiveSettings configured) {
    this.parsed = parsed;
    this.environment = environment;
    this.set = set;
    this.configured = configured;
  }

  /**
   * Reads the words after a command's name; refuses a flag that the command does not have.
   *
   * @param folder the working folder, whose {@code sluice.yaml} counts
   */
  public static Arguments parse(
      CommandSpec command, List<String> given, Map<String, String> environment, Path folder) {
    CommandLine line =
        new CommandLine(command)
            .setExpandAtFiles(false)
            .setInterpolateVariables(false)
            .setOverwrittenOptionsAllowed(true);
    try {
      var configured = new EffectiveSettings(environment, folder);
      ParseResult parsed = line.parseArgs(given.toArray(String[]::new));
      return new Arguments(parsed, environment, Map.of(), configured);
    } catch (UnmatchedArgumentException unknown) {
      throw unknown(command, given, unknown);
    } catch (MissingParameterException missing) {
      throw new UsageException(flagOf(missing) + " needs a value", missing);
    } catch (ParameterException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /** Returns these arguments with another value of a flag, given or not. */
  public Arguments with(FlagKey flag, SettingValue value) {
    Map<FlagKey, SettingValue> all = new HashMap<>(set);
    all.put(flag, value);
    return new Arguments(parsed, environment, Map.copyOf(all), configured);
  }

  /** Returns these arguments as those of a call that asks the endpoint of that name. */
  public Arguments at(SettingValue endpoint) {
    Map<FlagKey, SettingValue> all = new HashMap<>(set);
    all.put(FlagKey.ENDPOINT, endpoint);
    return new Arguments(parsed, environment, Map.copyOf(all), configured.forAnotherEndpoint());
  }

  /** Whether a flag was given, or its variable says so, or a file. */
  public boolean on(FlagKey flag) {
    SettingValue value = set.get(flag);
    if (value != null) {
      return yes(value);
    }
    return flagged(flag)
        || fromEnvironment(flag)
            .or(() -> configured(flag).stream().findFirst())
            .map(Arguments::yes)
            .orElse(false);
  }

  /** Whether a flag stands in the command line itself. */
  public boolean flagged(FlagKey flag) {
    return parsed.hasMatchedOption(flag.flag());
  }

  /** The value of a flag if the flag stands in the command line itself. */
  public Optional<SettingValue> flaggedValue(FlagKey flag) {
    return flagged(flag) ? value(flag) : Optional.empty();
  }

  /** Whether the command line itself has a flag that takes no value. */
  public boolean switchedOn(FlagKey flag) {
    return flagged(flag) && parsed.matchedOption(flag.flag()).arity().max() == 0;
  }

  /** The value of a flag, the last one given; else its variable's; else that of a file. */
  public Optional<SettingValue> value(FlagKey flag) {
    return last(values(flag)).map(given -> called(flag, given));
  }

  /**
   * All values of a flag the command has, in order; its variable's only if there are none, and
   * those of a file only then.
   */
  public List<SettingValue> values(FlagKey flag) {
    List<SettingValue> given = askedValues(flag);
    return given.isEmpty() && has(flag) ? configured(flag) : given;
  }

  @Override
  public Optional<SettingValue> asked(FlagKey flag) {
    return last(askedValues(flag)).map(given -> called(flag, given));
  }

  /** The value that the call itself gives a flag: the last of {@link #chosenValues}. */
  public Optional<SettingValue> chosen(FlagKey flag) {
    return last(chosenValues(flag)).map(given -> called(flag, given));
  }

  /**
   * All values that the call itself gives a flag, in order: those of the command line or the
   * environment; if there are none, those of the prompt that it names.
   */
  public List<SettingValue> chosenValues(FlagKey flag) {
    List<SettingValue> given = askedValues(flag);
    return given.isEmpty() && has(flag)
        ? given(flag, key -> prompt().flatMap(named -> named.setting(key)))
        : given;
  }

  /** The prompt that is named; empty if none is. */
  public Optional<NamedPrompt> prompt() {
    return configured.prompt(this);
  }

  /** The model that goes by a name: what a file says, or that name. */
  String model(String name) {
    return files().model(name);
  }

  /** The endpoint to ask, if one is named. */
  public Optional<NamedEndpoint> endpoint() {
    return configured.endpoint(this);
  }

  /** The working folder. */
  public Path folder() {
    return configured.folder();
  }

  /** What the files say. */
  public Settings files() {
    return configured.files();
  }

  @Override
  public boolean has(FlagKey flag) {
    return parsed.commandSpec().optionsMap().containsKey(flag.flag());
  }

  /** All values that the command line or the environment gives a flag, in order. */
  public List<SettingValue> askedValues(FlagKey flag) {
    SettingValue value = set.get(flag);
    if (value != null) {
      return List.of(value);
    }
    if (!has(flag)) {
      return List.of();
    }
    if (!flagged(flag)) {
      return fromEnvironment(flag).map(List::of).orElse(List.of());
    }
    List<SettingValue> all = new ArrayList<>();
    parsed
        .matchedOption(flag.flag())
        .stringValues()
        .forEach(text -> all.add(new SettingValue(flag.flag(), text)));
    return all;
  }

  /** The arguments that are no flags. */
  public List<String> words() {
    return parsed.hasMatchedPositional(0)
        ? List.copyOf(parsed.matchedPositional(0).stringValues())
        : List.of();
  }

  /** Refuses arguments that are no flags, where a command takes none. */
  public void noWords() {
    atMostWords(0);
  }

  /** Refuses more than {@code most} arguments that are no flags. */
  public void atMostWords(int most) {
    List<String> words = words();
    if (words.size() > most) {
      throw tooMany(words.get(most));
    }
  }

  /** Says that an argument has no place where it stands. */
  public static UsageException tooMany(String word) {
    return new UsageException("'" + word + "' is one argument too many; leave it out");
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  /** The environment variables of the call. */
  public Map<String, String> environment() {
    return environment;
  }

  private List<SettingValue> configured(FlagKey flag) {
    return given(flag, key -> configured.setting(key, this));
  }

  private static List<SettingValue> given(
      FlagKey flag, Function<SettingKey, Optional<Setting>> said) {
    return flag.setting().flatMap(said).map(Setting::given).orElse(List.of());
  }

  /** What was given, or what the files call by that name. */
  private SettingValue called(FlagKey flag, SettingValue given) {
    return flag == FlagKey.MODEL
        ? new SettingValue(given.by(), model(given.text()), given.origin())
        : given;
  }

  private static Optional<SettingValue> last(List<SettingValue> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private Optional<SettingValue> fromEnvironment(FlagKey flag) {
    String name = flag.variable();
    return variable(name).filter(text -> !text.isBlank()).map(text -> new SettingValue(name, text));
  }

  /** Whether a value says yes; refuses one that says neither yes nor no. */
  public static boolean yes(SettingValue given) {
    String word = given.text().strip().toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw new UsageException(given.by() + " is '" + given.text() + "'; use true or false");
    }
    return YES.contains(word);
  }

  private static String flagOf(MissingParameterException missing) {
    return missing.getMissing().get(0) instanceof OptionSpec flag
        ? flag.longestName()
        : "the command";
  }

  private static UsageException unknown(
      CommandSpec command, List<String> given, UnmatchedArgumentException thrown) {
    String unmatched = thrown.getUnmatched().get(0);
    if (!unmatched.startsWith("-")) {
      return tooMany(unmatched);
    }
    return new UsageException(UnknownFlag.message(unmatched, given, command), thrown);
  }
}
