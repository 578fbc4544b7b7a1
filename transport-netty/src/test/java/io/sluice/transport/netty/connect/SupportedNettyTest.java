package io.sluice.transport.netty.connect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SupportedNettyTest {

  @Test
  void thisNettyIsSupported() {
    assertThatCode(SupportedNetty::check).doesNotThrowAnyException();
  }

  @Test
  void oldNettyIsRefusedInOneLineThatNamesBothVersionsAndTheProperty() {
    assertThatThrownBy(
            () ->
                SupportedNetty.check(
                    () -> {
                      throw new NoSuchMethodError("setStrictLineParsing");
                    },
                    () -> "4.1.100.Final"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Netty 4.1.100.Final", "or later", "netty.version")
        .message()
        .hasLineCount(1);
  }
}
