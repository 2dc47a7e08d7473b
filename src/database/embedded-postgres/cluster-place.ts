import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from '../../language/say.js';
import { StartRefused } from '../../config/start.errors.js';
import { hasCode, reasonOf } from '../../config/system-error.js';
import { checkVersion, dataOf, isWhole, makeCluster, type Cluster } from './cluster.js';
import { postgresBinaries } from './postgres-binaries.js';
import { diskFull } from './server-failure.js';
import { beginRecord, changeRecord, readRecord } from './server-record.js';
import { canEnter, serverUser, type ServerUser } from './server-user.js';

export interface ClusterPlace {
  /** The product's data folder; made when it is not there. */
  readonly dataDir: string;
  /** As root: where binaries and data go that the server's account could not reach otherwise. */
  readonly systemFolder?: string;
  /** The unpacked package with the binaries; the installed one unless a test says otherwise. */
  readonly packaged?: string;
}

/**
 * Finds the embedded database of a data folder, or makes a new one.
 * @throws StartRefused with what to do, when there is neither or it was lost.
 */
export async function openCluster(place: ClusterPlace): Promise<Cluster> {
  const dataDir = openDataFolder(place.dataDir);
  try {
    return await findOrMake(dataDir, place);
  } catch (fault) {
    if (hasCode(fault, 'ENOSPC') || hasCode(fault, 'EDQUOT')) throw diskFull(dataDir);
    if (CLOSED.some((code) => hasCode(fault, code))) throw noAccess(dataDir, reasonOf(fault));
    throw fault;
  }
}

const CLOSED = ['EACCES', 'EPERM', 'EROFS'];

async function findOrMake(dataDir: string, place: ClusterPlace): Promise<Cluster> {
  const systemFolder = place.systemFolder ?? '/var/lib/vis-a-vis';
  const account = serverUser();
  const record =
    readRecord(dataDir) ?? beginRecord(dataDir, newFolder(dataDir, systemFolder, account));
  const folder = resolve(dataDir, record.folder);
  const data = dataOf(folder);
  const file = join(dataDir, 'database.json');
  // Files made by another account stay with it: nothing is ever copied or given away.
  const user = account && ownerOf(data) ? ownerOf(data) : account;
  const copies = account ? systemFolder : join(dataDir, 'postgres-binaries');
  const binaries = postgresBinaries({ user, copies, ...packagedOf(place) });
  const { password, port } = record;
  const cluster: Cluster = { dataDir, folder, data, binaries, user, password, port };
  if (!isWhole(data)) {
    if (record.isMade) refuse('database-lost', say('start:database.lost', { data, file }));
    await makeCluster(cluster);
  }
  checkAccess(cluster, dataDir);
  checkVersion(cluster);
  if (!record.isMade) changeRecord(dataDir, { isMade: true });
  return cluster;
}

function openDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    return realpathSync(dataDir);
  } catch (cause) {
    const sentence = say('start:dataFolder', { folder: dataDir, cause: reasonOf(cause) });
    throw new StartRefused('data-folder', [sentence], { cause });
  }
}

/**
 * In the data folder wherever the server's account can get there, so that a backup or a volume of
 * that folder holds everything. Below a closed folder like /root it cannot: then in a system folder.
 */
function newFolder(dataDir: string, systemFolder: string, account: ServerUser | null): string {
  if (canEnter(dataDir, account)) return 'postgres';
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  // A folder of that name belongs to a data folder that was removed: it is left as it is.
  const names = [name, ...Array.from({ length: 100 }, (_, index) => `${name}-${index + 2}`)];
  const free = names.find((candidate) => !existsSync(join(systemFolder, candidate)));
  return join(systemFolder, free ?? name);
}

function ownerOf(data: string): ServerUser | null {
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? {};
  // Windows knows no such numbers and answers 0.
  return uid && gid !== undefined ? { uid, gid } : null;
}

/** PostgreSQL works on files of its own account only. */
function checkAccess({ data, user }: Cluster, dataDir: string): void {
  const isOurs = user !== null || ownerOf(data)?.uid === process.getuid?.();
  if (!isOurs || !canEnter(data, user)) throw noAccess(dataDir, data);
}

function noAccess(dataDir: string, why: string): StartRefused {
  return new StartRefused('database-access', [say('start:database.access', { dataDir, why })]);
}

function packagedOf({ packaged }: ClusterPlace): { packaged?: string } {
  return packaged === undefined ? {} : { packaged };
}

function refuse(code: string, sentence: string): never {
  throw new StartRefused(code, [sentence]);
}
