package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sink that neglects a duty fails the tests of that duty, which say what to do, and no other. */
@EnabledOnOs(OS.LINUX) // elsewhere descriptors cannot be seen
@Tag("thorough")
class BadSinksTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource({"early", "fragile", "sharing", "rude", "deceiving"})
  void aBadSinkIsCaughtByTheDutyItNeglectsAlone(
      Class<? extends SinkContract> contract, String complaint) throws Exception {
    Map<String, String> failures = ContractRun.failures(contract, folder);

    assertThat(failures.values()).anySatisfy(message -> assertThat(message).contains(complaint));
    String duty = complaint.substring(0, 3);
    assertThat(failures.values()).allSatisfy(message -> assertThat(message).contains("[" + duty));
  }

  @Test
  void aGoodSinkFailsNoTest() throws Exception {
    assertThat(ContractRun.failures(NoteSinkContractTest.class, folder)).isEmpty();
  }

  static Stream<Arguments> early() {
    return Stream.of(
        arguments(EarlySinks.OpensAFile.class, "D1: files that exist before onOpen"),
        arguments(EarlySinks.DeletesAFile.class, "D1: files that were there and are changed or"),
        arguments(EarlySinks.MakesATemporaryFile.class, "D1: temporary files that exist before"),
        arguments(EarlySinks.OpensASocket.class, "D1: sockets that are open before onOpen"),
        arguments(EarlySinks.StartsAThread.class, "D1: threads that run before onOpen"));
  }

  static Stream<Arguments> fragile() {
    return Stream.of(
        arguments(FragileSinks.ExpectsADelta.class, "D2: what the sink threw at a stream with"),
        arguments(FragileSinks.ExpectsOneChoice.class, "D2: what the sink threw at a stream with"),
        arguments(FragileSinks.ExpectsToBeOpened.class, "D3: close without onOpen"),
        arguments(FragileSinks.ExpectsAnEnd.class, "D3: files that are open after close"));
  }

  static Stream<Arguments> sharing() {
    return Stream.of(
        arguments(SharingSinks.RemembersInAStaticField.class, "D4: a later run leaves other"),
        arguments(SharingSinks.NumbersRunsInAStaticField.class, "D4: static fields that change"),
        arguments(SharingSinks.BeginsOnceInAJvm.class, "D4: a later run leaves other output"),
        arguments(SharingSinks.RemembersInTheFactory.class, "D4: the output of a later run"),
        arguments(SharingSinks.NumbersRunsInTheFactory.class, "D4: fields of the factory"),
        arguments(SharingSinks.KeepsThePathInTheFactory.class, "D4: fields of the factory"));
  }

  static Stream<Arguments> rude() {
    return Stream.of(
        arguments(RudeSinks.ClosesSystemOut.class, "D5: System.out was closed"),
        arguments(RudeSinks.WritesToADescriptor.class, "D5: descriptors that were written to"),
        arguments(RudeSinks.LeavesTheInterruptFlag.class, "D6: the thread's interrupt flag"),
        arguments(RudeSinks.LeavesAThread.class, "D6: threads that run five seconds after close"),
        arguments(RudeSinks.LeavesAnOpenFile.class, "D6: files that are open after close"),
        arguments(RudeSinks.LeavesATemporaryFile.class, "D6: temporary files that are left"),
        arguments(RudeSinks.LeavesAShutdownHook.class, "D6: shutdown hooks that are left"));
  }

  static Stream<Arguments> deceiving() {
    return Stream.of(
        arguments(DeceivingSinks.EndsAlikeAlways.class, "D7: what is left of an answer that was"),
        arguments(DeceivingSinks.PrintsAlikeAlways.class, "D7: what is left of an answer that was"),
        arguments(DeceivingSinks.WritesElsewhere.class, "D7: no output of a whole answer was seen"),
        arguments(DeceivingSinks.SaysThatItWritesNothing.class, "D7: there is output, although"));
  }
}
