import { expect, test } from "vitest";
import { saysThrottling } from "./throttling.ts";

test("an envelope with a throttling code is recognised, whatever its status", () => {
  expect(saysThrottling(400, '{"RequestId":"R","HostId":"h","Code":"Throttling.User","Message":"m"}')).toBe(
    true,
  );
  expect(saysThrottling(503, '{"Code" : "Throttling"}')).toBe(true);
  expect(saysThrottling(200, '{"Code":"Throttling.Api"}')).toBe(true);
  expect(saysThrottling(429, "")).toBe(true);
});

test("other codes, and outputs that quote an envelope, are not", () => {
  expect(saysThrottling(403, '{"Code":"Forbidden.RAM","Message":"Throttling"}')).toBe(false);
  expect(saysThrottling(200, '{"Output":"{\\"Code\\":\\"Throttling.User\\"}"}')).toBe(false);
  expect(saysThrottling(200, '{"Output":"\\"Code\\":\\"Throttling\\""}')).toBe(false);
});
