package io.sluice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;
  private Path own = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void make() throws IOException {
    own = Files.createDirectories(folder.resolve("home/.config/sluice")).resolve("sluice.yaml");
    project = Files.createDirectories(folder.resolve("project")).resolve("sluice.yaml");
  }

  @Test
  void withoutFilesOnlyTheBuiltInEndpointsAreThere() {
    Settings settings = load();

    assertThat(settings.files()).isEmpty();
    assertThat(settings.setting(SettingKey.MODEL)).isEmpty();
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.endpoints()).contains("anthropic", "groq", "openai").isSorted();
  }

  @Test
  void theProjectsFileCountsMoreThanTheUsers() throws IOException {
    Files.writeString(own, "model: a\nseed: 1\n");
    Files.writeString(project, "model: b\n");
    Settings settings = load();

    assertThat(settings.files()).containsExactly(project, own);
    assertThat(settings.setting(SettingKey.MODEL))
        .contains(new Setting("model", List.of("b"), project + ":1"));
    assertThat(settings.setting(SettingKey.SEED).map(Setting::value)).contains("1");
  }

  @Test
  void aValueKnowsItsPlaceAndItsType() throws IOException {
    Files.writeString(own, "seed: 7\ntotal-timeout: 5m\ntemperature: warm\n");
    Settings settings = load();

    assertThat(value(settings, SettingKey.SEED).whole()).isEqualTo(7);
    assertThat(value(settings, SettingKey.TOTAL_TIMEOUT).duration())
        .isEqualTo(Duration.ofMinutes(5));
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> value(settings, SettingKey.TEMPERATURE).number())
        .withMessage(own + ":3: temperature is 'warm'; use a number");
  }

  @Test
  void anAliasStandsForAModel() throws IOException {
    Files.writeString(own, "aliases: {fast: gpt-4o-mini, stop: a}\n");
    Settings settings = load();

    assertThat(settings.model("fast")).isEqualTo("gpt-4o-mini");
    assertThat(settings.model("slow")).isEqualTo("slow");
    assertThat(settings.aliases()).extracting(Setting::key).containsExactly("fast", "stop");
  }

  @Test
  void aPromptHasATextAndSettingsOfTheFileThatCountsMost() throws IOException {
    Files.writeString(own, "prompts: {a: {prompt: A, seed: 1}, b: {stop: [x, y]}}\n");
    Files.writeString(project, "prompts:\n  a:\n    prompt: '{x}'\n");
    Settings settings = load();

    assertThat(settings.prompts()).containsExactly("a", "b");
    NamedPrompt a = settings.prompt(new SettingValue("--prompt", "a"));
    assertThat(a.name()).isEqualTo("a");
    assertThat(a.text()).contains(new SettingValue(project + ":3: prompt", "{x}", project + ":3"));
    assertThat(a.setting(SettingKey.SEED)).isEmpty();
    NamedPrompt b = settings.prompt(new SettingValue("--prompt", "b"));
    assertThat(b.text()).isEmpty();
    assertThat(b.setting(SettingKey.STOP).map(Setting::values)).contains(List.of("x", "y"));
  }

  @Test
  void anUnknownPromptIsNamedWithTheNearestName() throws IOException {
    Files.writeString(own, "prompts: {review: {prompt: A}}\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load().prompt(new SettingValue("p", "reviw")))
        .withMessage("p: unknown prompt 'reviw'; did you mean 'review'? known: review");
  }

  @Test
  void aFileMayChooseTheEndpoint() throws IOException {
    Files.writeString(own, "endpoint: work\nendpoints: {work: {base-url: 'http://w/v1'}}\n");

    assertThat(load().endpoint().map(NamedEndpoint::name)).contains("work");
    assertThat(load().endpoint().map(NamedEndpoint::namedBy)).contains(own + ":1");
  }

  @Test
  void anUnknownEndpointIsNamedWithTheNearestName() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load().endpoint("grok"))
        .withMessageStartingWith(
            "settings: unknown endpoint 'grok'; did you mean 'groq'? known: anthropic, azure,");
  }

  @Test
  void aProjectThatIsNotTrustedMayNotNameAServer() throws IOException {
    Files.writeString(project, "model: m\nbase-url: http://elsewhere/v1\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::load)
        .withMessageStartingWith(
            project + ":2: a project may not say 'base-url' unless you trust it; if you do, add");

    Files.writeString(own, "trust: ['" + folder + "']\n");
    assertThat(load().setting(SettingKey.BASE_URL)).isPresent();
  }

  @Test
  void theUsersFileIsInTheFolderOfTheEnvironment() {
    assertThat(Settings.userFile(Map.of("HOME", "/home/anna")))
        .contains(Path.of("/home/anna/.config/sluice/sluice.yaml"));
    assertThat(Settings.userFile(Map.of())).isEqualTo(Optional.empty());
  }

  private static SettingValue value(Settings settings, SettingKey key) {
    return settings.setting(key).orElseThrow().given().get(0);
  }

  private Settings load() {
    return Settings.load(
        Map.of("HOME", folder.resolve("home").toString()), project.resolveSibling(""));
  }
}
