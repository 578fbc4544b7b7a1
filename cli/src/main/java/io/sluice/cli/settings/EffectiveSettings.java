package io.sluice.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one call where neither the command line nor the environment says otherwise. The
 * files are read when something is first asked for. Mutable; for one thread.
 */
public final class EffectiveSettings {
  /** A call that names its server by one of these does not mean the endpoint that a file names. */
  private static final List<FlagKey> SERVERS = List.of(FlagKey.BASE_URL, FlagKey.DIALECT);

  private final Map<String, String> environment;
  private final Path folder;
  private @Nullable Config config;
  private Optional<Chosen> chosen = Optional.empty();
  private boolean looked;

  public EffectiveSettings(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** The working folder. */
  public Path folder() {
    return folder;
  }

  /** The files. */
  public Config config() {
    Config read = config;
    if (read == null) {
      read = Config.load(environment, folder);
      config = read;
    }
    return read;
  }

  /**
   * What stands under {@code key}. An endpoint counts where it is named: above all files if the
   * command line or the environment names it, else above the file that does.
   */
  public Optional<Setting> setting(String key, GivenFlags arguments) {
    Optional<Chosen> asked = chosen(arguments);
    List<ConfigFile> files = config().files();
    for (int level = 0; level <= files.size(); level++) {
      int here = level;
      Optional<Setting> own =
          asked.filter(one -> one.level() == here).flatMap(one -> one.endpoint().setting(key));
      if (own.isPresent()) {
        return own;
      }
      if (level < files.size() && files.get(level).settings().containsKey(key)) {
        return Optional.ofNullable(files.get(level).settings().get(key));
      }
    }
    return Optional.empty();
  }

  /** The endpoint to ask, if one is named. */
  public Optional<NamedEndpoint> endpoint(GivenFlags arguments) {
    return chosen(arguments).map(Chosen::endpoint);
  }

  /** Who named it: a flag, a variable, or a file and its line. */
  public Optional<String> endpointNamedBy(GivenFlags arguments) {
    return chosen(arguments).map(Chosen::by);
  }

  private Optional<Chosen> chosen(GivenFlags arguments) {
    if (!looked) {
      looked = true;
      chosen = arguments.has(FlagKey.ENDPOINT) ? choose(arguments) : Optional.empty();
    }
    return chosen;
  }

  private Optional<Chosen> choose(GivenFlags arguments) {
    Optional<FlagValue> asked = arguments.asked(FlagKey.ENDPOINT);
    if (asked.isPresent()) {
      return asked.map(name -> new Chosen(config().endpoint(name), name.by(), 0));
    }
    boolean elsewhere =
        SERVERS.stream().anyMatch(flag -> arguments.asked(flag).isPresent())
            || arguments.variable("OPENAI_BASE_URL").filter(set -> !set.isBlank()).isPresent();
    return elsewhere ? Optional.empty() : chosenByFile();
  }

  private Optional<Chosen> chosenByFile() {
    List<ConfigFile> files = new ArrayList<>(config().files());
    for (int level = 0; level < files.size(); level++) {
      Setting named = files.get(level).settings().get(FlagKey.ENDPOINT.setting());
      if (named != null) {
        FlagValue name = named.given().get(0);
        return Optional.of(new Chosen(config().endpoint(name), named.place(), level));
      }
    }
    return Optional.empty();
  }

  /** The endpoint that was named, what named it, and above which file it counts. */
  private record Chosen(NamedEndpoint endpoint, String by, int level) {}
}
