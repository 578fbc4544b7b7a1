package io.sluice.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

  @Test
  void everyKindIsReadByItsNameAlone() {
    assertThat(Fault.kinds())
        .allSatisfy(kind -> assertThat(Fault.parse(kind.name()).kind()).isSameAs(kind))
        .allSatisfy(kind -> assertThat(kind.name()).matches("[a-z]+(-[a-z]+)*"))
        .allSatisfy(kind -> assertThat(kind.description()).isNotBlank().doesNotContain("\n"));
    assertThat(Fault.kinds().stream().map(FaultKind::name)).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aFaultIsWrittenAsItIsRead() {
    assertThat(Fault.parse(" cut = 7 ")).hasToString("cut=7");
    assertThat(Fault.parse("cut")).hasToString("cut=3");
    assertThat(Fault.parse("no-done")).hasToString("no-done");
  }

  @Test
  void aCommaBeforeANumberSeparatesTheNumbersOfAFault() {
    assertThat(Faults.parse("cut=7, freeze=1,2 ,no-done").faults().stream().map(Fault::toString))
        .containsExactly("cut=7", "freeze=1,2", "no-done");
    assertThat(Fault.parse("freeze")).hasToString("freeze=5,2");
  }

  @Test
  void anUnknownNameIsToldTheNearestAndAll() {
    assertThatThrownBy(() -> Fault.parse("stal=1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown fault 'stal'; did you mean 'stall'? known: bom, ")
        .hasMessageContaining("then-ok, times");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cut=x      | fault 'cut': 'x' is not a whole number from 0; write cut=3",
        "cut=-1     | fault 'cut': '-1' is not a whole number from 0; write cut=3",
        "cut=       | fault 'cut': '' is not a whole number from 0; write cut=3",
        "freeze=5   | fault 'freeze': '' is not a whole number from 0; write freeze=5,2",
        "freeze=1,x | fault 'freeze': 'x' is not a whole number from 0; write freeze=5,2",
        "no-done=1  | fault 'no-done' takes no number; write no-done",
        "status=99  | fault 'status': 99 is no error status; write one from 400 to 599",
        "redirect=200 | fault 'redirect': 200 is no redirect; write one from 300 to 399",
      })
  void aWrongNumberIsToldARightOne(String text, String message) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
