package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.Plugins;
import io.sluice.settings.SettingValue;
import io.sluice.text.NearestName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The options of {@code sluice plugins new}.
 *
 * @param name the name of the sink, stage or dialect
 * @param kind which of them it is
 * @param javaPackage the package of its classes
 * @param folder where the project goes, absolute
 */
record ProjectOptions(String name, Kind kind, String javaPackage, Path folder) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  static ProjectOptions of(Arguments arguments, List<String> words) {
    if (words.isEmpty()) {
      throw new UsageException("plugins new needs a NAME; name one, such as notes");
    }
    if (words.size() > 2) {
      throw Arguments.tooMany(words.get(2));
    }
    String name = words.get(0);
    Kind kind =
        arguments.chosen(FlagKey.KIND).map(SettingValue::text).map(Kind::of).orElse(Kind.SINK);
    check(name, kind);
    String javaPackage =
        arguments
            .chosen(FlagKey.PACKAGE)
            .map(SettingValue::text)
            .orElseGet(() -> usualPackage(name));
    if (!isPackage(javaPackage)) {
      throw new UsageException(
          "'" + javaPackage + "' is no name of a Java package; use one such as com.example.notes");
    }
    Path folder =
        arguments.folder().resolve(InputFiles.path(words.size() > 1 ? words.get(1) : name));
    return new ProjectOptions(name, kind, javaPackage, folder.toAbsolutePath().normalize());
  }

  /** The name as that of a class, such as {@code MyNotes} for {@code my-notes}. */
  String className() {
    return Arrays.stream(name.split("-", -1))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static void check(String name, Kind kind) {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "'" + name + "' is no name for a plugin; use small letters, digits and single hyphens");
    }
    try (var builtIn = Plugins.load(List.of())) {
      boolean taken =
          switch (kind) {
            case SINK -> builtIn.sinks().find(name).isPresent();
            case STAGE -> builtIn.stages().find(name).isPresent();
            case DIALECT -> builtIn.dialects().find(name).isPresent();
          };
      if (taken) {
        throw new UsageException(
            "the " + kind.word() + " '" + name + "' is built in; choose another name");
      }
    }
  }

  private static String usualPackage(String name) {
    String usual = "com.example." + name.replace("-", "");
    return isPackage(usual) ? usual : usual + "plugin";
  }

  private static boolean isPackage(String name) {
    return SourceVersion.isName(name, SourceVersion.RELEASE_17);
  }

  /** What a plugin can bring. */
  enum Kind {
    SINK("Sink", "Sink SinkFactory", "SinkTest"),
    STAGE("Stage", "Stage", "StageTest"),
    DIALECT("Dialect", "Dialect", "DialectTest");

    private final String label;
    private final String classes;
    private final String test;

    Kind(String label, String classes, String test) {
      this.label = label;
      this.classes = classes;
      this.test = test;
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new UsageException(
                      NearestName.unknown(
                          "kind of plugin",
                          word,
                          Arrays.stream(values()).map(Kind::word).toList())));
    }

    String word() {
      return label.toLowerCase(Locale.ROOT);
    }

    /** How its names begin, such as {@code SinkPlugin}. */
    String label() {
      return label;
    }

    /** What is behind the name of the plugin in the names of its classes. */
    List<String> classes() {
      return List.of(classes.split(" ", -1));
    }

    /** The same of its test. */
    String test() {
      return test;
    }
  }
}
