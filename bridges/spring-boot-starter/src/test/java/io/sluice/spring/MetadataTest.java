package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.tree.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an IDE offers is what the properties are. */
class MetadataTest {

  private static final String FILE = "/META-INF/spring-configuration-metadata.json";

  @Test
  void everyPropertyIsDescribed() throws IOException {
    List<String> described =
        read().elements("properties").stream()
            .map(property -> property.string("name").orElseThrow())
            .filter(name -> name.startsWith("sluice."))
            .toList();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    names("sluice.", SluiceProperties.class),
                    names("sluice.timeouts.", SluiceProperties.Limits.class))
                .filter(name -> !name.equals("sluice.timeouts"))
                .toList());
  }

  private static Stream<String> names(String prefix, Class<?> properties) {
    return Stream.of(properties.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .map(prefix::concat);
  }

  private static JsonTree read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(MetadataTest.class.getResourceAsStream(FILE), FILE)) {
      return JsonTree.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
