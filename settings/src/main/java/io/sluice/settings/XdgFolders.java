package io.sluice.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of the XDG base directory specification, as the environment has them: each under the
 * home folder unless it is moved. Absent where there is no home folder either.
 */
public final class XdgFolders {
  private static final String OURS = "sluice";

  private XdgFolders() {}

  /** Sluice's folder for data that the user would miss. */
  public static Optional<Path> data(Map<String, String> environment) {
    return folder(environment, "XDG_DATA_HOME", Path.of(".local", "share"));
  }

  /** Sluice's folder for what is remembered from call to call. */
  public static Optional<Path> state(Map<String, String> environment) {
    return folder(environment, "XDG_STATE_HOME", Path.of(".local", "state"));
  }

  /** Sluice's folder for what can be made anew. */
  public static Optional<Path> cache(Map<String, String> environment) {
    return folder(environment, "XDG_CACHE_HOME", Path.of(".cache"));
  }

  /** Sluice's folder for settings files. */
  static Optional<Path> config(Map<String, String> environment) {
    return folder(environment, "XDG_CONFIG_HOME", Path.of(".config"));
  }

  /** By the specification a variable that holds no absolute path is passed over. */
  private static Optional<Path> folder(
      Map<String, String> environment, String variable, Path underHome) {
    return Optional.ofNullable(environment.get(variable))
        .filter(set -> set.startsWith("/"))
        .map(Path::of)
        .or(() -> home(environment).map(home -> home.resolve(underHome)))
        .map(folder -> folder.resolve(OURS));
  }

  /** The home folder, if the environment has one. */
  static Optional<Path> home(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("HOME")).filter(set -> !set.isBlank()).map(Path::of);
  }
}
