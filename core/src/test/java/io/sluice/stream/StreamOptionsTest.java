package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.text.HeaderField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamOptionsTest {

  @Test
  void oneChangeLeavesTheOthersAlone() {
    StreamOptions options =
        StreamOptions.builder()
            .timeouts(Timeouts.defaults().idle(Duration.ofSeconds(7)))
            .retries(Retries.none())
            .whole()
            .withoutUsage()
            .attribute("tenant", "blue")
            .build();
    StreamOptions changed = options.retries(Retries.defaults());

    assertThat(changed.retries()).isEqualTo(Retries.defaults());
    assertThat(changed.timeouts().idle()).isEqualTo(Duration.ofSeconds(7));
    assertThat(changed.timeouts().connect()).isEqualTo(Timeouts.defaults().connect());
    assertThat(changed.form()).isEqualTo(StreamOptions.Form.WHOLE);
    assertThat(changed.usage()).isEqualTo(StreamOptions.UsageReport.NOT_ASKED_FOR);
    assertThat(changed.attributes()).containsExactly(entry("tenant", "blue"));
  }

  @Test
  void attributesKeepTheirOrderAndTheLastValue() {
    StreamOptions options =
        StreamOptions.defaults().attribute("z", "1").attribute("a", "2").attribute("z", "3");

    assertThat(options.attributes()).containsExactly(entry("z", "3"), entry("a", "2"));
    assertThat(StreamOptions.defaults().attributes()).isEmpty();
  }

  @Test
  void lateHeadersAreAddedToThoseOfBefore() {
    var one = new HeaderField("X-One", "1");
    var two = new HeaderField("X-Two", "2");
    StreamOptions options = StreamOptions.builder().lateHeaders(() -> List.of(one)).build();

    assertThat(options.toBuilder().lateHeaders(() -> List.of(two)).build().headers())
        .containsExactly(one, two);
    assertThat(options.headers()).containsExactly(one);
  }

  @Test
  void attributesAreBounded() {
    StreamOptions.Builder options = StreamOptions.builder();
    for (int i = 0; i < StreamOptions.MOST_ATTRIBUTES; i++) {
      options.attribute("a" + i, "");
    }
    options.attribute("a0", "replaced");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.attribute("b", ""))
        .withMessage("attribute 'b' is one more than 32; use fewer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamOptions.defaults().attribute("", "x"))
        .withMessage("an attribute has an empty name; give it one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamOptions.defaults().attribute("k", "x".repeat(201)))
        .withMessage("attribute 'k' has 201 characters; use at most 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamOptions.defaults().attribute("k".repeat(201), ""));
  }

  @Test
  void limitThatIsNoneIsRefusedWhereItIsSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeouts.builder().total(Duration.ZERO))
        .withMessage("the total timeout is 0 ms; use more than 0");
  }
}
