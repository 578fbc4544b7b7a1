package io.sluice.transport.netty.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NdjsonDecoderTest {

  @Test
  void eachLineThatIsNotBlankIsAnEventUnderEverySplit() {
    byte[] bytes = "{\"a\":1}\n\n{\"b\":\"é\"}\r\n{\"c\":2".getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      assertThat(Decoding.of(new NdjsonDecoder(), bytes, cut))
          .containsExactly(
              "message||{\"a\":1}", "message||{\"b\":\"é\"}", "unfinished message||{\"c\":2");
    }
  }
}
