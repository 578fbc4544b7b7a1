package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.dropin.DropInFactory;
import io.sluice.dropin.DropInPlugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  /** What a jar of version 0.1 names its plugin under. */
  private static final String OLD_SERVICE = "io.sluice.plugin.SinkPlugin";

  @TempDir Path folder;

  @Test
  void pluginsAreFoundByName() throws IOException {
    Plugins registry = registry(TestPlugins.Gong.class);

    assertThat(registry.sinks().names()).containsExactly("bell", "gong");
    assertThat(registry.sinks().origin("gong")).isEqualTo("built in");
    assertThat(registry.sink(SinkSpec.parse("gong:strokes=3"))).isNotNull();
    assertThat(registry.problems()).isEmpty();
  }

  @Test
  void theOpenAiDialectComesInLikeAnyOther() {
    Plugins registry = Plugins.load(List.of());

    assertThat(registry.dialects().names()).containsExactly("openai");
    assertThat(registry.dialects().get("openai").name()).isEqualTo("openai");
    assertThatThrownBy(() -> registry.dialects().get("openia"))
        .hasMessage("unknown dialect 'openia'; did you mean 'openai'? known: openai");
  }

  @Test
  void anUnknownSinkIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> registry(TestPlugins.Gong.class).sinks().get("bel"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessage("unknown sink 'bel'; did you mean 'bell'? known: bell, gong");
  }

  @Test
  void optionsAreCheckedAgainstTheDeclaredOnesAndMessagesNameTheSink() {
    Plugins registry = registry(TestPlugins.Gong.class);

    assertRefused(
        registry,
        "gong:stroke=3",
        "sink 'gong': unknown option 'stroke'; did you mean 'strokes'? known: broken, strokes");
    assertRefused(
        registry,
        "gong:strokes=many",
        "sink 'gong': option 'strokes' is 'many'; use a whole number");
    assertRefused(registry, "gong:strokes=13", "sink 'gong': strokes is more than 12; use 1 to 12");
    assertThatThrownBy(() -> registry.sink(SinkSpec.parse("gong:broken=true")))
        .isInstanceOf(IOException.class)
        .hasMessage("sink 'gong': the gong is gone");
  }

  @Test
  void aBrokenPluginHarmsOnlyItself() {
    Plugins registry =
        registry(
            TestPlugins.Throwing.class,
            TestPlugins.Unbound.class,
            TestPlugins.Misnamed.class,
            TestPlugins.Bell.class);

    assertThat(registry.sinks().names()).containsExactly("bell");
    assertThat(registry.problems())
        .containsExactly(
            "plugin io.sluice.plugin.TestPlugins$Throwing (built in):"
                + " IllegalStateException: no display here",
            "plugin io.sluice.plugin.TestPlugins$Unbound (built in):"
                + " No implementation for java.lang.Runnable was bound.",
            "plugin io.sluice.plugin.TestPlugins$Misnamed (built in):"
                + " IllegalArgumentException: a sink cannot be named 'a:b';"
                + " use letters, digits and -._");
  }

  @Test
  void aServiceFileThatNamesNoClassHarmsNothingElse() {
    Path jar =
        TestJar.pack(
            folder.resolve("p.jar"), Stream.of("no.such.Plugin", TestPlugins.Bell.class.getName()));
    Plugins registry = Plugins.load(loader(jar), List.of());

    assertThat(registry.sinks().names()).containsExactly("bell");
    assertThat(registry.problems())
        .containsExactly(
            "plugin built in: Provider no.such.Plugin not found;"
                + " correct its META-INF/services/io.sluice.plugin.Plugin");
  }

  @Test
  void aNameThatTwoPluginsBindIsAnErrorThatNamesBothOrigins() {
    Path jar = dropIn("bell.jar", TestPlugins.Bell.class);
    Plugins registry = Plugins.load(services(TestPlugins.Gong.class), List.of(jar));
    String message = "sink 'bell' is bound by built in and " + jar + "; remove all but one";

    assertThat(registry.sinks().names()).containsExactly("gong");
    assertThat(registry.sinks().find("bell")).isEmpty();
    assertThatThrownBy(() -> registry.sinks().get("bell"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(registry.problems()).containsExactly(message);
    registry.close();
  }

  @Test
  void aDropInJarSeesTheApiAndNothingElseOfTheHost() throws Exception {
    Path jar = dropIn("dropin.jar", DropInPlugin.class, DropInFactory.class);
    try (Plugins registry = Plugins.load(getClass().getClassLoader(), List.of(jar))) {
      assertThat(registry.problems()).isEmpty();
      assertThat(registry.sinks().origin("dropin")).isEqualTo(jar.toString());
      assertThat(registry.sinks().get("dropin").getClass()).isNotSameAs(DropInFactory.class);
      ClassLoader isolated = registry.sinks().get("dropin").getClass().getClassLoader();
      assertThat(isolated.loadClass(Plugin.class.getName())).isSameAs(Plugin.class);
      assertThatThrownBy(() -> isolated.loadClass("org.assertj.core.api.Assertions"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> isolated.loadClass("com.google.inject.assistedinject.Assisted"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(isolated.getResource("org/assertj/core/api/Assertions.class")).isNull();
    }
  }

  @Test
  void aDropInJarOfVersionZeroPointOneStillWorks() {
    Path jar = oldDropIn(Map.of(OLD_SERVICE, List.of(TestPlugins.OldBell.class.getName())));
    try (Plugins registry = Plugins.load(services(), List.of(jar))) {
      assertThat(registry.problems()).isEmpty();
      assertThat(registry.sinks().names()).containsExactly("old-bell");
      assertThat(registry.sinks().origin("old-bell")).isEqualTo(jar.toString());
    }
  }

  @Test
  void aPluginThatIsNamedUnderTheOldServiceAndTheNewCountsOnce() {
    List<String> named = List.of(TestPlugins.OldBell.class.getName());
    Path jar = oldDropIn(Map.of(OLD_SERVICE, named, Plugin.class.getName(), named));
    try (Plugins registry = Plugins.load(services(), List.of(jar))) {
      assertThat(registry.problems()).isEmpty();
      assertThat(registry.sinks().names()).containsExactly("old-bell");
    }
  }

  @Test
  void everyPackageOfCoreIsSharedWithADropInJar() throws Exception {
    Path core = Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = dropIn("dropin.jar", DropInPlugin.class, DropInFactory.class);
    try (Plugins registry = Plugins.load(getClass().getClassLoader(), List.of(jar));
        Stream<Path> files = Files.walk(core.resolve("io/sluice"))) {
      ClassLoader isolated = registry.sinks().get("dropin").getClass().getClassLoader();
      List<Path> packages = files.filter(file -> file.endsWith("package-info.class")).toList();
      assertThat(packages).hasSizeGreaterThan(20);
      for (Path info : packages) {
        String name = core.relativize(info).toString().replace(".class", "").replace('/', '.');
        assertThat(isolated.loadClass(name)).isSameAs(Class.forName(name));
      }
    }
  }

  @Test
  void jarsThatAreNoneAreProblems() throws IOException {
    Path missing = folder.resolve("missing.jar");
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip");
    Path empty = TestJar.pack(folder.resolve("empty.jar"), Stream.of(), DropInFactory.class);
    try (Plugins registry = Plugins.load(services(), List.of(missing, text, empty))) {
      assertThat(registry.sinks().names()).isEmpty();
      assertThat(registry.problems())
          .containsExactly(
              "plugin " + missing + ": there is no such jar, or it may not be read",
              "plugin " + text + ": is no jar, or a damaged one",
              "plugin "
                  + empty
                  + ": holds no plugin; name it in META-INF/services/io.sluice.plugin.Plugin");
    }
  }

  @Test
  void nothingIsLoadedBeforeTheFirstQuestion() {
    Plugins registry = Plugins.load(services(), List.of(folder.resolve("later.jar")));
    dropIn("later.jar", DropInPlugin.class, DropInFactory.class);

    assertThat(registry.sinks().names()).containsExactly("dropin");
    registry.close();
  }

  private static void assertRefused(Plugins registry, String spec, String message) {
    assertThatThrownBy(() -> registry.sink(SinkSpec.parse(spec)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private Path dropIn(String name, Class<?> plugin, Class<?>... others) {
    Class<?>[] classes = Arrays.copyOf(others, others.length + 1);
    classes[others.length] = plugin;
    return TestJar.pack(folder.resolve(name), Stream.of(plugin.getName()), classes);
  }

  private Path oldDropIn(Map<String, List<String>> services) {
    return TestJar.pack(folder.resolve("old.jar"), services, TestPlugins.OldBell.class);
  }

  private Plugins registry(Class<?>... plugins) {
    return Plugins.load(services(plugins), List.of());
  }

  private ClassLoader services(Class<?>... plugins) {
    Path jar = folder.resolve("host" + plugins.length + ".jar");
    return loader(TestJar.pack(jar, Arrays.stream(plugins).map(Class::getName)));
  }

  /** The test's own classes, with that jar's service file in front. */
  private ClassLoader loader(Path jar) {
    try {
      return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
