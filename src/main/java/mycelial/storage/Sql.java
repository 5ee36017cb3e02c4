package mycelial.storage;

/** The statements of the writer. Each may be repeated: a row that is there already stays. */
enum Sql {
  START_SESSION(
      DatabaseKind.TRADES,
      """
      INSERT INTO sessions(id, kind, seed, provenance, config_fingerprint, inputs, build,
        started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')
      ON CONFLICT(id) DO UPDATE SET ended_at = NULL, digest = NULL, result = NULL,
        state = 'RUNNING'\
      """),
  END_SESSION(
      DatabaseKind.TRADES,
      "UPDATE sessions SET ended_at = ?, digest = ?, state = ?, result = ? WHERE id = ?"),
  /** Whoever is still said to run has been killed: the folder's lock is ours. */
  CLOSE_KILLED(
      DatabaseKind.TRADES, "UPDATE sessions SET state = ? WHERE state = 'RUNNING' AND id = ?"),
  OPEN_POSITION(
      DatabaseKind.TRADES,
      """
      INSERT INTO positions(trade_id, session, stream, pair, side, strategy_type, horizon_minutes,
        agent, pattern_id, idea_id, grade, score, collision, bar_end, features, entry_time,
        entry_quote_time, quantity, entry_mid, entry_price, entry_fee, stop, target, deadline)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(trade_id) DO NOTHING\
      """),
  CLOSE_POSITION(
      DatabaseKind.TRADES,
      """
      UPDATE positions SET closed = 1, exit_time = ?, exit_quote_time = ?, exit_mid = ?,
        exit_price = ?, exit_fee = ?, reason = ?, pnl = ?
      WHERE trade_id = ? AND closed = 0\
      """),
  TRADE(
      DatabaseKind.TRADES,
      """
      INSERT INTO trades(trade_id, pair, strategy_type, agent_id, pattern_id, entry_timestamp,
        exit_timestamp, hold_duration_seconds, entry_price, exit_price, price_change_pct, pnl_pct,
        pnl_absolute, trade_result, rsi_entry, macd_entry, bb_position_entry, volume_entry,
        atr_entry, signal_source, prediction_score, cross_moat_score, collision_detected,
        position_size, fees_paid, slippage_pct)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(trade_id) DO NOTHING\
      """),
  IDEA(
      DatabaseKind.TRADES,
      """
      INSERT INTO ideas(session, idea_id, stream, agent, pair, side, time, grade, score, pattern_id,
        reason, fate, restatements, collision, partner, partner_gap_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(session, idea_id) DO NOTHING\
      """),
  COLLISION(
      DatabaseKind.TRADES,
      """
      INSERT INTO collisions(session, pair, side, baseline_idea, mycelial_idea, baseline_time,
        mycelial_time, gap_ms, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(session, baseline_idea, mycelial_idea) DO NOTHING\
      """),
  EQUITY(
      DatabaseKind.TRADES,
      """
      INSERT INTO equity(session, time, baseline, mycelial, synthesized, account)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(session, time) DO NOTHING\
      """),
  /** Replaced when the session goes on: what was open at an end is over by then. */
  OUTCOME(
      DatabaseKind.TRADES,
      """
      INSERT OR REPLACE INTO outcomes(session, stream, idea_id, pair, side, grade, entry_time,
        exit_time, quantity, entry_price, exit_price, fee, reason, return_net_pct, pnl)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  PRICE(
      DatabaseKind.TRADES,
      """
      INSERT OR REPLACE INTO prices(session, pair, time, seconds, open, high, low, close, volume,
        bars, quiet) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  MESSAGE(
      DatabaseKind.TRADES,
      """
      INSERT INTO messages(session, epoch_time, source, agent, seq, channel, body)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(session, source, seq) DO NOTHING\
      """),
  STATUS(
      DatabaseKind.TRADES,
      """
      INSERT INTO status(session, time, seq, body) VALUES (?, ?, 1, ?)
      ON CONFLICT(session) DO UPDATE SET time = excluded.time, seq = status.seq + 1,
        body = excluded.body\
      """),
  ANCHOR(
      DatabaseKind.TRADES,
      """
      INSERT INTO anchors(session, trades, chain) VALUES (?, ?, ?)
      ON CONFLICT(session) DO UPDATE SET trades = excluded.trades, chain = excluded.chain\
      """),
  PATTERN(
      DatabaseKind.PATTERNS,
      """
      INSERT INTO patterns(agent_id, timestamp, pattern_value, raw_features, age_minutes,
        decay_factor, moat, product, signal_type)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (
        SELECT 1 FROM pattern_sources WHERE session = ? AND pattern_id = ?)\
      """),
  /** Follows {@link #PATTERN} in the same transaction: the newest row is the one just made. */
  PATTERN_SOURCE(
      DatabaseKind.PATTERNS,
      """
      INSERT INTO pattern_sources(pattern_row, session, pattern_id)
      SELECT (SELECT MAX(id) FROM patterns), ?, ? WHERE NOT EXISTS (
        SELECT 1 FROM pattern_sources WHERE session = ? AND pattern_id = ?)\
      """);

  private final DatabaseKind database;
  private final String text;

  Sql(DatabaseKind database, String text) {
    this.database = database;
    this.text = text;
  }

  DatabaseKind database() {
    return database;
  }

  String text() {
    return text;
  }
}
