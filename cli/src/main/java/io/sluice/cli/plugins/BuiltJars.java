package io.sluice.cli.plugins;

import io.sluice.cli.dropin.DropInJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The jars of Sluice that were built beside the command.
 *
 * @param sources the folder of the sources, if the command was started from there
 * @param version tells the version of the command, which the jars must have, too
 */
record BuiltJars(Optional<Path> sources, Supplier<String> version) {

  /** The jar, of a whole build or of a quick one; empty if it was not built. */
  Optional<Path> jar(DropInJar wanted) {
    String file = wanted.artifact() + "-" + version.get() + ".jar";
    return sources.stream()
        .map(folder -> folder.resolve(wanted.module()).resolve("target"))
        .flatMap(target -> Stream.of(target, target.resolve("quick")))
        .map(folder -> folder.resolve(file))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Where Maven repositories have it. */
  MavenCoordinates coordinates(DropInJar wanted) {
    return new MavenCoordinates(DropInJar.GROUP, wanted.artifact(), version.get());
  }

  /** How it is built, if the sources are there. */
  Optional<String> remedy(DropInJar wanted) {
    return sources.map(
        folder ->
            "build it: (cd "
                + folder
                + " && ./mvnw -q package -Pquick -pl "
                + wanted.module()
                + " -am)");
  }
}
