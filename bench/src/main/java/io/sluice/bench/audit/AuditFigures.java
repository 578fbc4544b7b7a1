package io.sluice.bench.audit;

import io.sluice.bench.measure.Distribution;

/**
 * What the measuring program was doing during one level. Times are milliseconds; figures that the
 * machine does not tell are negative.
 *
 * @param processCpu the processors that this process kept busy, such as 0.4
 * @param machineCpu the mean share of all processors that was busy, from 0 to 1
 * @param pauseTotal the time of all garbage collections
 * @param pauseLongest the longest time for which a thread that only sleeps was kept from running
 * @param loopLatenessP99 how late the event loop was, at 99 %
 * @param loopTicks the ticks of the event loop that were measured
 * @param scheduleDelayP50 how late requests were written since they could be sent, at the median
 * @param scheduleDelayP99 how late requests were written since they could be sent, at 99 %
 * @param scheduledDelays the requests that were measured for that
 * @param achieved the share of the due requests that was sent, or held on purpose, from 0 to 1
 * @param openFiles files and sockets open at the most
 */
public record AuditFigures(
    double processCpu,
    double machineCpu,
    double pauseTotal,
    double pauseLongest,
    double loopLatenessP99,
    long loopTicks,
    double scheduleDelayP50,
    double scheduleDelayP99,
    long scheduledDelays,
    double achieved,
    long openFiles) {

  /** The same figures with the delays of all requests, also of those that ended later. */
  public AuditFigures withDelays(Distribution delays) {
    return new AuditFigures(
        processCpu,
        machineCpu,
        pauseTotal,
        pauseLongest,
        loopLatenessP99,
        loopTicks,
        delays.median(),
        delays.percentile(99),
        delays.count(),
        achieved,
        openFiles);
  }
}
