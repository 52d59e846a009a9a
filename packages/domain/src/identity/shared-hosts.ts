/** Hosts that give anybody an e-mail address; a domain of theirs tells no company apart. */
const mailHosts = [
  // Everywhere.
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com',
  'icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.de web.de mail.com mail.ru yandex.com yandex.ru zoho.com',
  'protonmail.com protonmail.ch proton.me pm.me tutanota.com tuta.com tutanota.de fastmail.com fastmail.fm hey.com',
  'hushmail.com inbox.com zohomail.com zohomail.eu duck.com',
  // Of the Nordic countries, by themselves or with a line into the house.
  'outlook.dk outlook.no outlook.se live.no live.se live.dk live.fi hotmail.no hotmail.se hotmail.dk hotmail.fi',
  'yahoo.no yahoo.se yahoo.dk yahoo.fi yahoo.co.uk hotmail.co.uk',
  'online.no broadpark.no getmail.no frisurf.no c2i.net start.no sensewave.com ebnett.no bluezone.no lyse.net',
  'loqal.no runbox.no runbox.com',
  'comhem.se bredband.net bredband2.com swipnet.se spray.se passagen.se home.se bostream.nu glocalnet.net',
  'mail.dk mail.tele.dk post.tele.dk stofanet.dk jubii.dk ofir.dk webspeed.dk privat.dk tdcadsl.dk youmail.dk',
  'luukku.com suomi24.fi kolumbus.fi elisanet.fi saunalahti.fi inet.fi pp.inet.fi netti.fi',
]

/**
 * Hosts that many companies have a page on, at a path or a name of its own before theirs; without those that have one in
 * each country.
 */
const pageHosts = [
  // Networks, pictures, films and links.
  'fb.com fb.me m.me lnkd.in t.co youtu.be',
  'tiktok.com pinterest.com snapchat.com threads.net threads.com bsky.app vimeo.com twitch.tv reddit.com medium.com',
  'substack.com whatsapp.com wa.me t.me telegram.me messenger.com discord.gg discord.com',
  'linktr.ee lnk.bio linkin.bio beacons.ai bio.link campsite.bio taplink.cc carrd.co about.me bit.ly tinyurl.com',
  // Pages that are made with a few clicks, and shops.
  'wix.com blogger.com weebly.com webflow.io webnode.com',
  'jimdo.com jimdofree.com jimdosite.com strikingly.com godaddysites.com site123.me one.com simplesite.com',
  'hemsida24.se n.nu mystrikingly.com yolasite.com webs.com tumblr.com notion.site canva.site framer.website',
  'github.io gitlab.io netlify.app vercel.app pages.dev web.app herokuapp.com azurewebsites.net',
  'myshopify.com mystore.no 24nettbutikk.no etsy.com',
  // Maps, directories, and places to buy, book and be judged.
  'goo.gl g.page g.co bing.com maps.apple.com openstreetmap.org yelp.com tripadvisor.com tripadvisor.no trustpilot.com',
  '1881.no 180.no purehelp.no regnskapstall.no finn.no mittanbud.no anbudstorget.no',
  'brreg.no bizweb.no visitnorway.no visitnorway.com fixit.no timma.no',
  'merinfo.se ratsit.se reco.se blocket.se bokadirekt.se offerta.se',
  'degulesider.dk dgs.dk 118.dk virk.dk cvr.dk dba.dk trustpilot.dk',
  'fonecta.fi finder.fi 020202.fi asiakastieto.fi ytj.fi tori.fi',
]

const hosts = new Set([...mailHosts, ...pageHosts].flatMap((line) => line.split(' ')))

/** Networks and directories with a host in each country. */
const anyCountry =
  /(?:^|\.)(?:facebook|linkedin|instagram|twitter|x|youtube|google|wordpress|blogspot|wixsite|squarespace|github|proff|gulesider|eniro|krak|hitta|allabolag)\.[a-z]+$/

/** Whether a host is one that many share, or a name before one: `nord.wixsite.com`. */
export function isSharedHost(host: string): boolean {
  if (anyCountry.test(host)) return true
  const labels = host.split('.')
  return labels.some((_label, index) => hosts.has(labels.slice(index).join('.')))
}
