import { idText, mulberry32, seedAt } from "../random.ts";

/** One machine of the embedded account. */
export interface Host {
  instanceId: string;
  hostName: string;
  privateIp: string;
}

/** The machines that commands run on. */
export interface Fleet {
  linux: readonly Host[];
  windows: readonly Host[];
  /** Those of the great rollout: the first of Linux, and as many more as it takes. */
  rollout: readonly Host[];
}

const LINUX_HOSTS = 640;
const WINDOWS_HOSTS = 40;

/** Instances of the great rollout, unless an account wants more or fewer. */
export const ROLLOUT_HOSTS = 500;

/** The fleet of a seed: always the same machines in the same order. */
export function createFleet(seed: number, rolloutHosts = ROLLOUT_HOSTS): Fleet {
  const random = mulberry32(seedAt(seed, 0x0f1ee7));
  const host = (index: number): Host => {
    const unique = idText(random, 17);
    return {
      instanceId: `i-bp1${unique}`,
      hostName: `iZbp1${unique}Z`,
      privateIp: `172.${16 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${(index % 250) + 4}`,
    };
  };
  const hosts = Array.from({ length: LINUX_HOSTS + WINDOWS_HOSTS }, (_, index) => host(index));
  const further = Array.from({ length: Math.max(0, rolloutHosts - LINUX_HOSTS) }, (_, index) =>
    host(hosts.length + index),
  );
  const linux = hosts.slice(0, LINUX_HOSTS);
  return {
    linux,
    windows: hosts.slice(LINUX_HOSTS),
    rollout: [...linux, ...further].slice(0, rolloutHosts),
  };
}

/** `count` machines from a position on, going round at the end. */
export function hostsFrom(hosts: readonly Host[], start: number, count: number): Host[] {
  const chosen: Host[] = [];
  for (let offset = 0; offset < Math.min(count, hosts.length); offset++) {
    const host = hosts[(start + offset) % hosts.length];
    if (host !== undefined) chosen.push(host);
  }
  return chosen;
}
