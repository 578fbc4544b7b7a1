package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.dropin.DropInJar;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.ReadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Copies a jar into the user's plugin folder, if it is a plugin that works. */
final class PluginsAdd implements PluginsAction {
  private static final int MIB = 1024 * 1024;

  private final BuiltJars built;

  PluginsAdd(BuiltJars built) {
    this.built = built;
  }

  @Override
  public String name() {
    return "add";
  }

  @Override
  public String operands() {
    return "FILE";
  }

  @Override
  public String summary() {
    return "a jar, GROUP:ARTIFACT:VERSION, or one of "
        + DropInJar.all().stream().map(DropInJar::sink).collect(Collectors.joining(", "))
        + ", into your folder";
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    String word = only(words, "FILE or GROUP:ARTIFACT:VERSION");
    UserFolder folder = UserFolder.of(PluginOptions.of(arguments));
    Path file = InputFiles.path(word);
    Optional<DropInJar> known = Files.exists(file) ? Optional.empty() : DropInJar.of(word);
    Optional<MavenCoordinates> coordinates =
        Files.exists(file) ? Optional.empty() : MavenCoordinates.parse(word);
    if (known.isPresent()) {
      add(known.get(), folder, call);
    } else if (coordinates.isPresent()) {
      add(coordinates.get(), folder, call);
    } else {
      ReadableFile.check(file);
      add(file, folder, call);
    }
    return ExitCode.COMPLETED;
  }

  private void add(DropInJar known, UserFolder folder, Call call) throws IOException {
    Optional<Path> jar = built.jar(known);
    if (jar.isPresent()) {
      add(jar.get(), folder, call);
      return;
    }
    try {
      add(built.coordinates(known), folder, call);
    } catch (UsageException nowhere) {
      throw built.remedy(known).isEmpty()
          ? nowhere
          : new UsageException(
              "the jar of '" + known.sink() + "' is not built; " + built.remedy(known).get(),
              nowhere);
    }
  }

  private static void add(MavenCoordinates coordinates, UserFolder folder, Call call)
      throws IOException {
    Path temporary = Files.createTempDirectory("sluice-plugin");
    try {
      add(MavenJars.of(call.environment()).jar(coordinates, temporary), folder, call);
    } finally {
      Files.deleteIfExists(temporary.resolve(coordinates.fileName()));
      Files.deleteIfExists(temporary);
    }
  }

  private static void add(Path jar, UserFolder folder, Call call) throws IOException {
    if (!String.valueOf(jar.getFileName()).endsWith(".jar")) {
      throw new UsageException(jar + " does not end in .jar; add a jar with a plugin");
    }
    if (Files.size(jar) > MavenJars.LARGEST) {
      throw new UsageException(
          jar + " is larger than " + MavenJars.LARGEST / MIB + " MiB; add a smaller jar");
    }
    JarContents contents = JarContents.of(jar, folder.jars(call.notices()));
    if (!contents.problems().isEmpty()) {
      throw new UsageException(contents.problems().get(0));
    }
    Path added = folder.add(jar);
    call.streams().out().print(added + "\n");
    call.notices().notice("added " + String.join(", ", contents.lines()));
  }
}
