package io.sluice.cli.install;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice install}.
 *
 * @param launcher the script that the link is to call
 * @param folder the folder of the link, absolute
 * @param path the folders in which the shell looks for commands
 * @param startup what the user's shell reads when it starts
 */
record InstallOptions(Path launcher, Path folder, SearchPath path, StartupFile startup) {
  /** The property in which the launcher says where it is. */
  private static final String LAUNCHER = "sluice.launcher";

  private static final Path USUAL = Path.of(".local", "bin");

  static InstallOptions of(Arguments arguments) {
    arguments.atMostWords(1);
    Path launcher =
        Optional.ofNullable(System.getProperty(LAUNCHER))
            .map(Path::of)
            .orElseThrow(
                () ->
                    new UsageException(
                        "this was not started by the script 'sluice', so there is nothing to link;"
                            + " call ./sluice install, or add the folder of sluice.cmd to the PATH"));
    var path = new SearchPath(arguments.variable("PATH").orElse(""));
    Optional<Path> home = arguments.variable("HOME").filter(set -> !set.isBlank()).map(Path::of);
    Path folder = folder(arguments, home, path).toAbsolutePath().normalize();
    String shell = arguments.variable("SHELL").orElse("");
    return new InstallOptions(launcher, folder, path, StartupFile.of(shell));
  }

  private static Path folder(Arguments arguments, Optional<Path> home, SearchPath path) {
    List<String> words = arguments.words();
    if (!words.isEmpty()) {
      return arguments.folder().resolve(InputFiles.path(words.get(0)));
    }
    Path below =
        home.orElseThrow(
            () -> new UsageException("HOME is not set; name a folder: sluice install FOLDER"));
    return path.writableBelow(below).orElse(below.resolve(USUAL));
  }
}
